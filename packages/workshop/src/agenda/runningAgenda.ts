import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { WorkshopState } from '../core/State.ts';
import type { Step, StepMode } from '../Step.ts';
import type { RunningAgenda } from './AgendaState.ts';

/** The mode of a step, of one kind. */
export type ModeOf<K extends StepMode['kind']> = Extract<StepMode, { kind: K }>;

/** The agenda that is going on; refuses `not-running`. */
export function requireRunning(state: WorkshopState): Result<RunningAgenda, Refusal> {
  return state.agenda.phase === 'running' ? ok(state.agenda) : refuse('not-running');
}

/** A step of the agenda that is going on; refuses `not-running` or `step-unknown`. */
export function requireStep(state: WorkshopState, stepKey: string): Result<Step, Refusal> {
  const agenda = requireRunning(state);
  if (!agenda.ok) return agenda;
  const step = agenda.value.steps.find(({ key }) => key === stepKey);
  return step ? ok(step) : refuse('step-unknown');
}

/** The mode of a step that works in one of these ways; refuses also `wrong-mode`. */
export function requireMode<K extends StepMode['kind']>(
  state: WorkshopState,
  stepKey: string,
  ...kinds: readonly K[]
): Result<ModeOf<K>, Refusal> {
  const step = requireStep(state, stepKey);
  if (!step.ok) return step;
  const { mode } = step.value;
  return isOfKind(mode, kinds) ? ok(mode) : refuse('wrong-mode');
}

/** The step the group is in, or null when none is going on. */
export function currentStep(state: WorkshopState): Step | null {
  if (state.agenda.phase !== 'running') return null;
  const { steps, currentKey } = state.agenda;
  return steps.find(({ key }) => key === currentKey) ?? null;
}

/** The title of a step with its place in the agenda, counted from 1. */
export interface StepPlace {
  readonly title: string;
  readonly number: number;
  readonly count: number;
}

/** Where the group is, or null when no workshop is going on. */
export function stepPlace({ agenda }: WorkshopState): StepPlace | null {
  if (agenda.phase !== 'running') return null;
  const { steps, currentKey } = agenda;
  const index = steps.findIndex(({ key }) => key === currentKey);
  const step = steps[index];
  return step === undefined ? null : { title: step.title, number: index + 1, count: steps.length };
}

/** The mode of a step, if there is such a step and it works in that way. */
export function modeOf<K extends StepMode['kind']>(
  state: WorkshopState,
  stepKey: string,
  kind: K,
): ModeOf<K> | null {
  const mode = requireMode(state, stepKey, kind);
  return mode.ok ? mode.value : null;
}

function isOfKind<K extends StepMode['kind']>(mode: StepMode, kinds: readonly K[]): mode is ModeOf<K> {
  return (kinds as readonly string[]).includes(mode.kind);
}
