import type { Box, Layout, LayoutItem, SectionItem } from '@common-ground/board';
import { noteSide } from '../composition/grid.ts';

/**
 * A layout without some of its sections and what lay in them; a neighbour of the same height or width takes the room, so
 * that no hole is left. Where there is none, as in a row of one, the room stays free.
 */
export function closeGaps(layout: Layout, isRemoved: (key: string) => boolean): Layout {
  const removed = layout.items.filter(
    (item): item is SectionItem => item.kind === 'section' && isRemoved(item.key),
  );
  return removed.reduce(withoutSection, layout);
}

function withoutSection(layout: Layout, gone: SectionItem): Layout {
  const items = layout.items.filter((item) => item.key !== gone.key && !isWithin(boxOf(item), gone));
  // Earlier neighbours may have grown meanwhile, and this one with them: its box is looked up by its place.
  const heir = items.find((item): item is SectionItem => item.kind === 'section' && isNeighbour(item, gone));
  if (heir === undefined) return { ...layout, items };
  return {
    ...layout,
    items: items.map((item) => (item === heir ? { ...heir, ...around(heir, gone) } : item)),
  };
}

/** Whether both make a rectangle together, with nothing but the usual space between them. */
function isNeighbour(one: Box, other: Box): boolean {
  const isBeside = one.y === other.y && one.h === other.h && gapOf(one.x, one.w, other.x, other.w) < mostGap;
  const isBelow = one.x === other.x && one.w === other.w && gapOf(one.y, one.h, other.y, other.h) < mostGap;
  return isBeside || isBelow;
}

/** Free space between two sections that belong together, px at most. */
const mostGap = 2 * noteSide;

function gapOf(a: number, aSize: number, b: number, bSize: number): number {
  return Math.max(b - (a + aSize), a - (b + bSize));
}

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    w: Math.max(one.x + one.w, other.x + other.w) - x,
    h: Math.max(one.y + one.h, other.y + other.h) - y,
  };
}

function boxOf(item: LayoutItem): Box {
  const { x, y } = item;
  return item.kind === 'note' ? { x, y, w: noteSide, h: noteSide } : { x, y, w: item.w, h: item.h };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}
