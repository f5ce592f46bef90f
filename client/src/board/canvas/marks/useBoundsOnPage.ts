import { useValue, type Box, type Editor, type TLShapeId } from '@tldraw/tldraw';

/** Where a shape stands on the page that is shown, page px; null while it is on another page, or not there. */
export function useBoundsOnPage(editor: Editor, shapeId: string | null): Box | null {
  return useValue(
    'bounds on the page',
    () => {
      const shape = shapeId === null ? undefined : editor.getShape(shapeId as TLShapeId);
      if (shape === undefined || editor.getAncestorPageId(shape) !== editor.getCurrentPageId()) return null;
      return editor.getShapePageBounds(shape) ?? null;
    },
    [editor, shapeId],
  );
}
