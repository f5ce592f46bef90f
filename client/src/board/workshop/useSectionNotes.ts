import type { Item } from '@common-ground/workshop';
import { useValue, type Editor } from '@tldraw/tldraw';
import { plainShapes, statementItems } from './voting/canvasItems.ts';

/** The notes with words in sections of the page that is open, in reading order; anew as people edit. */
export function useSectionNotes(editor: Editor | null, sectionKeys: readonly string[]): readonly Item[] {
  return useValue(
    'notes in sections',
    () =>
      editor === null || sectionKeys.length === 0 ? [] : statementItems(plainShapes(editor), sectionKeys),
    [editor, sectionKeys],
  );
}
