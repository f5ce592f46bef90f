import type { Box } from '../layout/Layout.ts';
import { noteSidePx } from './estimateText.ts';
import { overlaps } from './placedShapes.ts';

/** Free space between two notes, px. */
export const noteGapPx = 16;
/** Free space between a section's edge and what lies in it, px. */
export const insetPx = 32;

/** Rows longer than this are no rows any more, whatever width somebody gave a section. */
const mostAcross = 50;
/** What is larger than this lies behind notes rather than among them: a backdrop, or a prank that must not push notes out of sight, px. */
const backdropPx = 4_000;

/** How many notes fit side by side in a section of this width, at least one. */
export function notesAcross(sectionW: number): number {
  const across = Math.floor((sectionW - 2 * insetPx + noteGapPx) / (noteSidePx + noteGapPx));
  return Math.min(mostAcross, Math.max(1, across));
}

/**
 * Places for notes of these heights, in their order: in rows from left to right, from `top` down, wherever nothing is in
 * the way. All in px of the section.
 */
export function layRows(
  heights: readonly number[],
  across: number,
  top: number,
  taken: readonly Box[],
): Box[] {
  const places: Box[] = [];
  const obstacles = taken.filter(({ w, h }) => w < backdropPx && h < backdropPx).map(withGap);
  let y = top;
  while (places.length < heights.length) {
    let rowHeight = noteSidePx;
    for (let column = 0; column < across && places.length < heights.length; column += 1) {
      const h = heights[places.length] ?? noteSidePx;
      const place = { x: insetPx + column * (noteSidePx + noteGapPx), y, w: noteSidePx, h };
      if (obstacles.some((box) => overlaps(box, place))) continue;
      places.push(place);
      rowHeight = Math.max(rowHeight, h);
    }
    y += rowHeight + noteGapPx;
  }
  return places;
}

/** Half the free space between notes: what people laid a little off a row does not push that row away. */
function withGap({ x, y, w, h }: Box): Box {
  const gap = noteGapPx / 2;
  return { x: x - gap, y: y - gap, w: w + 2 * gap, h: h + 2 * gap };
}
