import type { Step, StepMode, WorkshopView } from '@common-ground/workshop';

/** The step a group is in, with its place in the agenda. */
export interface StepNow {
  readonly step: Step;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly next: Step | null;
}

/** The step the group is in; null when no workshop is running. */
export function stepNow(view: WorkshopView | null): StepNow | null {
  if (view?.agenda.phase !== 'running') return null;
  const { steps, currentKey } = view.agenda;
  const index = steps.findIndex(({ key }) => key === currentKey);
  const step = steps[index];
  if (step === undefined) return null;
  return {
    step,
    number: index + 1,
    count: steps.length,
    next: steps[index + 1] ?? null,
  };
}

/** What everybody's own part in a step is about: a review of actions, or what its mode is. */
export type PartKind = Exclude<StepMode['kind'], 'open' | 'group'> | 'review' | 'widget';

/** The part that everybody has of their own in such a step, beside the canvas; null where it happens on the canvas alone. */
export function partOf(mode: StepMode): PartKind | null {
  if (mode.kind === 'open') return mode.reviewsActions === true ? 'review' : null;
  if (mode.kind === 'private' && mode.into === 'widget') return 'widget';
  return mode.kind === 'group' ? null : mode.kind;
}
