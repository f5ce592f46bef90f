import type { PartnerId } from '@common-ground/protocol';
import type { Command, Item, WorkshopView } from '@common-ground/workshop';
import { stepNow } from '../step/stepNow.ts';

/** The one thing that the step needs of a facilitator now. */
export type MainAct =
  | {
      readonly kind: 'reveal' | 'revealViews' | 'open' | 'openCheck' | 'close' | 'closeCheck' | 'next';
      /** Null when it cannot be done yet. */
      readonly command: Command | null;
    }
  | {
      readonly kind: 'revealLane';
      /** Whose lane is next; null for people without a partner. */
      readonly partnerId: PartnerId | null;
      readonly command: Command;
    };

/**
 * What stands on the accent button: reveal what was written, open what is not open, close what is; otherwise the way
 * on. Null when the last step has nothing left but the end.
 */
export function mainAct(view: WorkshopView, items: readonly Item[]): MainAct | null {
  const now = stepNow(view);
  if (now === null) return null;
  return (
    stepAct(view, items) ?? (now.next === null ? null : { kind: 'next', command: nextStep(now.step.key) })
  );
}

/** The command to the next step. */
export function nextStep(expectedStepKey: string, reason: string | null = null): Command {
  return { type: 'agenda.next', expectedStepKey, reason, startTimer: true };
}

function stepAct(view: WorkshopView, items: readonly Item[]): MainAct | null {
  const now = stepNow(view);
  if (now === null) return null;
  const { mode } = now.step;
  if (mode.kind === 'vote' || mode.kind === 'check') return voteAct(view, items);
  const waiting = writtenBefore(view);
  if (waiting === null) return null;
  const { stepKey } = waiting;
  const written = privateMode(view, stepKey);
  if (written?.revealBy === 'partner') return laneAct(view, waiting);
  const command = { type: 'drafts.reveal', stepKey, lane: null } as const;
  return { kind: written?.into === 'widget' ? 'revealViews' : 'reveal', command };
}

/**
 * Lanes are revealed one at a time, in the step after the writing: in that step the next lane is what it needs. Before
 * and after it the way on is; a lane that was left out can still be revealed beside the accent button.
 */
function laneAct({ agenda }: WorkshopView, { stepKey, lanesWaiting }: Writing): MainAct | null {
  const [partnerId] = lanesWaiting;
  if (agenda.phase !== 'running' || partnerId === undefined) return null;
  const { currentKey, steps } = agenda;
  const following = steps[steps.findIndex(({ key }) => key === stepKey) + 1];
  if (following?.key !== currentKey) return null;
  const command = { type: 'drafts.reveal', stepKey, lane: { partnerId } } as const;
  return { kind: 'revealLane', partnerId, command };
}

function privateMode({ agenda }: WorkshopView, stepKey: string) {
  const steps = agenda.phase === 'running' ? agenda.steps : [];
  const mode = steps.find(({ key }) => key === stepKey)?.mode;
  return mode?.kind === 'private' ? mode : null;
}

type Writing = WorkshopView['drafts']['steps'][number];

/** The private step whose notes wait for the reveal: this one, or the nearest before it. */
function writtenBefore(view: WorkshopView): Writing | null {
  if (view.agenda.phase !== 'running') return null;
  const { steps, currentKey } = view.agenda;
  const passed = steps.slice(0, steps.findIndex(({ key }) => key === currentKey) + 1).map(({ key }) => key);
  return (
    view.drafts.steps.findLast(({ stepKey, writerCount }) => passed.includes(stepKey) && writerCount > 0) ??
    null
  );
}

function voteAct(view: WorkshopView, items: readonly Item[]): MainAct | null {
  const now = stepNow(view);
  const mode = now?.step.mode;
  if (now === null || (mode?.kind !== 'vote' && mode?.kind !== 'check')) return null;
  const stepKey = now.step.key;
  const isCheck = mode.kind === 'check';
  const vote = view.ballots.votes.find((known) => known.stepKey === stepKey);
  if (vote?.status === 'closed') return null;
  if (vote?.status === 'open') {
    return {
      kind: isCheck ? 'closeCheck' : 'close',
      command: { type: 'ballots.close', stepKey, show: true },
    };
  }
  const isAsking = items.length > 0 || (isCheck && mode.statementSectionKeys.length === 0);
  const command = isAsking ? ({ type: 'ballots.open', stepKey, items: [...items] } as const) : null;
  return { kind: isCheck ? 'openCheck' : 'open', command };
}
