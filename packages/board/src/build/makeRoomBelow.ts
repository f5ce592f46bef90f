import type { Box } from '../layout/Layout.ts';
import type { PlacedShape } from './placedShapes.ts';

/** Free space kept between a section and what lies below it, px. */
const gapPx = 48;

/** How far some shapes have to move down. */
export interface Push {
  readonly ids: readonly string[];
  readonly byPx: number;
}

/**
 * What has to move down, and how far, so that `box` can become `h` high: what lies below it, and whatever lies below that in
 * turn or beside it in the same stretch, so that what stood in a row still does. Null when there is room.
 */
export function makeRoomBelow(box: Box, h: number, siblings: readonly PlacedShape[]): Push | null {
  const bottom = box.y + box.h;
  const below = siblings.filter((sibling) => sibling.box.y >= bottom);
  const nearest = Math.min(...below.filter(isOver(box)).map((sibling) => sibling.box.y));
  if (!Number.isFinite(nearest)) return null;
  const byPx = box.y + h + Math.min(gapPx, nearest - bottom) - nearest;
  if (byPx <= 0) return null;
  return { ids: stretchOf(box, below).map(({ id }) => id), byPx };
}

/** Grows the stretch by everything below that reaches into it, until nothing more does. */
function stretchOf(box: Box, below: readonly PlacedShape[]): readonly PlacedShape[] {
  let [left, right] = [box.x, box.x + box.w];
  let found: readonly PlacedShape[] = [];
  for (;;) {
    const inside = below.filter(isOver({ x: left, w: right - left }));
    if (inside.length === found.length) return found;
    found = inside;
    left = Math.min(left, ...found.map((shape) => shape.box.x));
    right = Math.max(right, ...found.map((shape) => shape.box.x + shape.box.w));
  }
}

function isOver({ x, w }: Pick<Box, 'x' | 'w'>): (shape: PlacedShape) => boolean {
  return (shape) => shape.box.x < x + w && x < shape.box.x + shape.box.w;
}
