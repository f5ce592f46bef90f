import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { queueOnEntry } from '../discussion/queueOnEntry.ts';
import { timerStarted } from '../timer/timerStarted.ts';
import type { RunningAgenda } from './AgendaState.ts';
import { requireRunning } from './runningAgenda.ts';

interface Move {
  readonly expectedStepKey: string;
  readonly reason: string | null;
  readonly startTimer: boolean;
}

/**
 * Takes the group to the step at the index that `indexFrom` gives, once all mechanics let it leave. Refuses when the
 * group is no longer where the sender saw it, and with `outside` when there is no such step.
 */
export function moveTo(
  move: Move,
  context: Context,
  outside: 'first-step' | 'last-step' | 'step-unknown',
  indexFrom: (agenda: RunningAgenda, currentIndex: number) => number,
): Result<Outcome, Refusal> {
  const agenda = requireCurrent(move.expectedStepKey, context);
  if (!agenda.ok) return agenda;
  const { steps, currentKey } = agenda.value;
  const from = steps.findIndex(({ key }) => key === currentKey);
  const to = indexFrom(agenda.value, from);
  const step = steps[to];
  if (!step) return refuse(outside);
  if (to === from) return accept({});
  const left = context.leaveStep(currentKey, {
    reason: move.reason,
    isForward: to > from,
    ends: false,
    discardDrafts: false,
  });
  if (!left.ok) return left;
  const entered = { type: 'agenda.stepEntered', stepKey: step.key, fromStepKey: currentKey } as const;
  const timer = move.startTimer && step.minutes > 0 ? [timerStarted(step.minutes, context.now)] : [];
  const queue = queueOnEntry(step, context.state);
  return accept({ ...left.value, events: [...left.value.events, entered, ...timer, ...queue] });
}

/** The running agenda if the group still is in that step; refuses `step-moved` with the present step's title. */
export function requireCurrent(expectedStepKey: string, context: Context): Result<RunningAgenda, Refusal> {
  const agenda = requireRunning(context.state);
  if (!agenda.ok) return agenda;
  const { steps, currentKey } = agenda.value;
  if (currentKey === expectedStepKey) return ok(agenda.value);
  return refuse('step-moved', { title: steps.find(({ key }) => key === currentKey)?.title ?? currentKey });
}
