import type { BoxModel } from '@tldraw/tldraw';

/** Screen px of a line of a section's name, as in canvas.css: 12 px letters, 1.2 times as high. */
const linePx = 14.4;
/** Screen px that tldraw leaves between a name and its section. */
const footPx = 5;
/** More lines than this are no name. */
const mostLines = 2;
/** Below this zoom a board is looked at as a whole, and a name on top of something else is read by nobody. */
const farZoom = 0.25;

/**
 * How many lines of the screen a section's name may take without lying on what stands above it: two at most, and none only from afar.
 *
 * @param above everything on the page that a name could lie on; the section itself is passed over
 */
export function nameLines(section: BoxModel, above: readonly BoxModel[], zoom: number): number {
  const room = freeAbove(section, above) * zoom;
  const least = zoom < farZoom && room < linePx + footPx / 2 ? 0 : 1;
  return Math.min(mostLines, Math.max(least, Math.floor((room - footPx) / linePx)));
}

/** How far it is to the next thing straight above, px of the page; endless where nothing is. */
function freeAbove({ x, y, w }: BoxModel, boxes: readonly BoxModel[]): number {
  const bottoms = boxes
    .filter((box) => box.x < x + w && x < box.x + box.w && box.y + box.h <= y)
    .map((box) => box.y + box.h);
  return y - Math.max(Number.NEGATIVE_INFINITY, ...bottoms);
}
