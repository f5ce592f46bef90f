import type { Editor, TLShapeId } from '@tldraw/tldraw';
import { showPart } from '../view/showWholeBoard.ts';

/** Page px around what is gone to: it is seen with what stands beside it. */
const aroundPx = 120;

/** Goes to a shape, on whatever page it is. False when it is not there (any more). tldraw leaves out the motion where the system asks for that. */
export function flyTo(editor: Editor, shapeId: string): boolean {
  const shape = editor.getShape(shapeId as TLShapeId);
  if (shape === undefined) return false;
  const pageId = editor.getAncestorPageId(shape);
  if (pageId !== undefined && pageId !== editor.getCurrentPageId()) editor.setCurrentPage(pageId);
  const bounds = editor.getShapePageBounds(shape);
  if (bounds === undefined) return false;
  const { x, y, w, h } = bounds.clone().expandBy(aroundPx);
  showPart(editor, { x, y, w, h });
  return true;
}
