import {
  createShapeId,
  defaultHandleExternalTextContent,
  toRichText,
  type Editor,
  type TLShapePartial,
} from '@tldraw/tldraw';
import { noteGridOf, type GridNote } from './noteGrid.ts';
import { noteColourOf, type Author } from './ownNotes.ts';

/** From one note's edge to the next one's: side and gap, px. */
const stepPx = 220;

/** Turns pasted lists and spreadsheet cells into notes of this person's, one step to undo; other text stays a text. */
export function pasteListsAsNotes(editor: Editor, author: () => Author): void {
  editor.registerExternalContentHandler('text', (content) => {
    const notes = noteGridOf(content.text);
    if (notes === null) {
      void defaultHandleExternalTextContent(editor, content);
      return;
    }
    const point = content.point ?? editor.getViewportPageBounds().center;
    writeNotes(editor, notes, point, noteColourOf(author()));
  });
}

function writeNotes(
  editor: Editor,
  notes: readonly GridNote[],
  centre: { x: number; y: number },
  color: string,
): void {
  const columns = Math.max(...notes.map(({ column }) => column)) + 1;
  const rows = Math.max(...notes.map(({ row }) => row)) + 1;
  const left = centre.x - (columns * stepPx) / 2;
  const top = centre.y - (rows * stepPx) / 2;
  const shapes = notes.map<TLShapePartial>(({ text, column, row }) => ({
    id: createShapeId(),
    type: 'note',
    x: left + column * stepPx,
    y: top + row * stepPx,
    props: { richText: toRichText(text), color },
  }));
  editor.markHistoryStoppingPoint('paste notes');
  editor.run(() => {
    editor.createShapes(shapes);
    editor.select(...shapes.map(({ id }) => id));
  });
}
