import { Group2d, NoteShapeUtil, Rectangle2d, type TLNoteShape } from '@tldraw/tldraw';

/** Side of a note at scale 1, page px (tldraw's NOTE_SIZE, which it does not publish). */
const noteSizePx = 200;

/**
 * tldraw's note, with the label as large as the note. tldraw measures every label in the page only to know where in the
 * note it lies, for all notes of a board before any can be drawn; but a note is filled, so it is hit everywhere anyway,
 * and how far its text makes it grow stands in its `growY`.
 */
export class QuickNoteShapeUtil extends NoteShapeUtil {
  override getGeometry({ props: { growY, scale } }: TLNoteShape): Group2d {
    const size = { width: noteSizePx * scale, height: (noteSizePx + growY) * scale, isFilled: true };
    return new Group2d({ children: [new Rectangle2d(size), new Rectangle2d({ ...size, isLabel: true })] });
  }
}
