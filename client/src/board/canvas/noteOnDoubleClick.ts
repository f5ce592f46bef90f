import { createShapeId, type Editor, type TLEventInfo } from '@tldraw/tldraw';
import type { CanvasColour } from '@common-ground/board';
import { noteColourOf, type Author } from './ownNotes.ts';

/** Side of a note, px. */
const noteSizePx = 200;

/** A double click on free canvas writes a note there, in place of tldraw's bare text. Returns what takes it back. */
export function writeNoteOnDoubleClick(editor: Editor, author: () => Author): () => void {
  const handleEvent = (info: TLEventInfo) => {
    if (info.type !== 'click' || info.name !== 'double_click' || info.phase !== 'up') return;
    if (editor.getIsReadonly() || !editor.isIn('select.idle') || editor.getEditingShapeId() !== null) return;
    const { currentPagePoint } = editor.inputs;
    const hit = editor.getShapeAtPoint(currentPagePoint, {
      hitInside: true,
      margin: 0,
      filter: (shape) => !shape.isLocked && !editor.isShapeOfType(shape, 'frame'),
    });
    if (hit !== undefined) return;
    writeNote(editor, currentPagePoint, noteColourOf(author()));
  };
  editor.on('event', handleEvent);
  return () => editor.off('event', handleEvent);
}

function writeNote(editor: Editor, { x, y }: { x: number; y: number }, color: CanvasColour): void {
  const id = createShapeId();
  editor.markHistoryStoppingPoint('note');
  editor.createShape({ id, type: 'note', x: x - noteSizePx / 2, y: y - noteSizePx / 2, props: { color } });
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape');
}
