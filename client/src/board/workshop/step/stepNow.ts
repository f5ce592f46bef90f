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

/** Whether everybody has a part of their own in a step of this kind, beside the canvas. */
export function hasPart({ kind }: StepMode): boolean {
  return kind !== 'open' && kind !== 'group';
}
