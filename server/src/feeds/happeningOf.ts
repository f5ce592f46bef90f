import type { Happening } from '@common-ground/protocol';
import type { WorkshopState } from '@common-ground/workshop';
import type { ToldEvent } from './toldEvents.ts';

/** How many notes are quoted; of the others only the number is told. */
export const quotedNotes = 20;

/** What a workshop's event is to somebody away; null when the step it speaks of is gone by now. */
export function happeningOf(event: ToldEvent, { agenda }: Pick<WorkshopState, 'agenda'>): Happening | null {
  switch (event.type) {
    case 'drafts.revealed': {
      // Views of a widget are no notes: their text is not words.
      if (event.into === 'widget') return null;
      const notes = event.notes.slice(0, quotedNotes).map(({ text }) => ({ text, section: null }));
      return event.notes.length === 0 ? null : { kind: 'notes-added', count: event.notes.length, notes };
    }
    case 'agenda.stepEntered':
      return stepOpened(event.stepKey, null, agenda);
    case 'agenda.openUntilSet':
      // That it is open for no set time any more is nothing to come for.
      return event.until === null ? null : stepOpened(event.stepKey, event.until, agenda);
    case 'outcomes.decisionAdded':
      return { kind: 'decision-made', text: event.text };
    default:
      return event satisfies never;
  }
}

function stepOpened(
  stepKey: string,
  until: number | null,
  agenda: WorkshopState['agenda'],
): Happening | null {
  const steps = agenda.phase === 'idle' ? [] : agenda.steps;
  const step = steps.find(({ key }) => key === stepKey);
  return step ? { kind: 'step-opened', title: step.title, instruction: step.instruction, until } : null;
}
