import type { Item, Step, WorkshopView } from '@common-ground/workshop';
import { useValue, type Editor } from '@tldraw/tldraw';
import { plainShapes, statementItems, voteItems } from './canvasItems.ts';

/** What can be voted on or rated in a step, as it stands on the canvas now; anew as people edit. */
export function useItems(
  editor: Editor | null,
  step: Step | null,
  view: WorkshopView | null,
): readonly Item[] {
  return useValue('items', () => itemsOfStep(editor, step, view), [editor, step, view]);
}

/** See {@link useItems}; empty in steps without a vote. */
export function itemsOfStep(
  editor: Editor | null,
  step: Step | null,
  view: WorkshopView | null,
): readonly Item[] {
  if (editor === null || step === null) return [];
  const { mode } = step;
  if (mode.kind === 'vote') return voteItems(plainShapes(editor), writtenSectionKeys(view));
  if (mode.kind !== 'check' || mode.statementSectionKeys.length === 0) return [];
  return statementItems(plainShapes(editor), mode.statementSectionKeys);
}

/** The sections that the agenda has people write for: what they hold is what a vote is about. */
function writtenSectionKeys(view: WorkshopView | null): readonly string[] {
  if (view === null || view.agenda.phase === 'idle') return [];
  return view.agenda.steps.flatMap(({ mode }) => (mode.kind === 'private' ? mode.sectionKeys : []));
}
