import type { Command, Item, WorkshopView } from '@common-ground/workshop';
import { stepNow } from '../step/stepNow.ts';

/** The one thing that the step needs of a facilitator now. */
export interface MainAct {
  readonly kind: 'reveal' | 'revealViews' | 'open' | 'openCheck' | 'close' | 'closeCheck' | 'next';
  /** Null when it cannot be done yet. */
  readonly command: Command | null;
}

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
  // Lanes are revealed one by one in the step that follows; all at once where the writing ends.
  const command = { type: 'drafts.reveal', stepKey: waiting.stepKey, lane: null } as const;
  return { kind: isOfViews(view, waiting.stepKey) ? 'revealViews' : 'reveal', command };
}

/** Whether what was written unseen in a step are partners' views of a widget, not notes. */
function isOfViews({ agenda }: WorkshopView, stepKey: string): boolean {
  const steps = agenda.phase === 'running' ? agenda.steps : [];
  const mode = steps.find(({ key }) => key === stepKey)?.mode;
  return mode?.kind === 'private' && mode.into === 'widget';
}

/** The private step whose notes wait for the reveal: this one, or the nearest before it. */
function writtenBefore(view: WorkshopView): WorkshopView['drafts']['steps'][number] | null {
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
