import type { Editor } from '@tldraw/tldraw';

/** Screen px kept clear around what is shown: tldraw's menu stands above the canvas and its tools below. */
const clearPx = { top: 56, bottom: 84, side: 24 };

/** A part of a page, page px. */
export interface PagePart {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Below this zoom titles of sections lie over each other on a narrow screen. */
const leastZoomOnPhone = 0.28;
const phoneWidthPx = 768;

/** Shows everything on the page, no larger than life; a phone begins at the top left. An empty page stays where it is. */
export function showWholeBoard(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds();
  if (bounds === undefined) return;
  const screen = editor.getViewportScreenBounds();
  const isPhone = screen.w < phoneWidthPx;
  const w = isPhone ? Math.min(bounds.w, (screen.w - 2 * clearPx.side) / leastZoomOnPhone) : bounds.w;
  const h = isPhone
    ? Math.min(bounds.h, (screen.h - clearPx.top - clearPx.bottom) / leastZoomOnPhone)
    : bounds.h;
  showPart(editor, { x: bounds.x, y: bounds.y, w, h }, 0);
}

/** Goes to a part of the page, so that all of it can be seen. */
export function showPart(editor: Editor, part: PagePart, durationMs = 200): void {
  const screen = editor.getViewportScreenBounds();
  const roomX = Math.max(1, screen.w - 2 * clearPx.side);
  const roomY = Math.max(1, screen.h - clearPx.top - clearPx.bottom);
  const z = Math.min(1, roomX / part.w, roomY / part.h);
  const camera = {
    x: (clearPx.side + (roomX - part.w * z) / 2) / z - part.x,
    y: (clearPx.top + (roomY - part.h * z) / 2) / z - part.y,
    z,
  };
  editor.setCamera(camera, durationMs === 0 ? { immediate: true } : { animation: { duration: durationMs } });
}
