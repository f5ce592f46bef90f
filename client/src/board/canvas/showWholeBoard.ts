import type { Editor } from '@tldraw/tldraw';

/** Room around what is shown, screen px: tldraw's menus above and its tools below stay clear of it. */
const insetPx = 80;

/** Shows everything on the page, no larger than life; an empty page stays where it is. */
export function showWholeBoard(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds();
  if (bounds === undefined) return;
  editor.zoomToBounds(bounds, { inset: insetPx, targetZoom: 1, immediate: true });
}

/** Goes to a part of the page that has just come. */
export function showBounds(editor: Editor, bounds: { x: number; y: number; w: number; h: number }): void {
  editor.zoomToBounds(bounds, { inset: insetPx, targetZoom: 1, animation: { duration: 200 } });
}
