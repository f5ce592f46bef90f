import type { Box, Layout, LayoutItem } from '@common-ground/board';
import { onGrid, rowGap } from './grid.ts';

/** Where a band stands: how high it becomes is its own affair. */
export type BandPlace = Omit<Box, 'h'>;

/** A strip of a layout over its whole width: given its place, it draws itself as high as it must be. */
export type Band = (place: BandPlace) => { readonly items: readonly LayoutItem[]; readonly h: number };

/** Bands one below the other, all `w` px wide. */
export function stackBands(w: number, bands: readonly Band[]): Layout {
  const items: LayoutItem[] = [];
  let y = 0;
  bands.forEach((band, index) => {
    if (index > 0) y += rowGap;
    const drawn = band({ x: 0, y, w });
    items.push(...drawn.items);
    y += drawn.h;
  });
  return { w, h: onGrid(y), items };
}

/** The proportions of a 16:10 screen, which a whole layout is seen on at zoom-to-fit. */
const screenRatio = 1.6;

/**
 * The layout whose proportions are nearest to a screen's, tried over the widths from `minW` on. A wider board is taken
 * only when it fits clearly better: what is small is read more easily.
 */
export function fitToScreen(minW: number, layoutAt: (w: number) => Layout): Layout {
  const widths = Array.from({ length: 25 }, (_, step) => onGrid(minW * (1 + step * 0.05)));
  return closestToScreen(widths.map((w) => layoutAt(w)));
}

/** The layout among several (at least one) whose proportions are nearest to a screen's; of near equals the smallest. */
export function closestToScreen(layouts: readonly Layout[]): Layout {
  const costs = layouts.map((layout) => ({ layout, cost: costOf(layout) }));
  const best = costs.reduce((best, next) => (next.cost < best.cost ? next : best));
  return best.layout;
}

function costOf({ w, h }: Layout): number {
  // Ten times the area weighs as much as proportions 20 % off.
  return Math.abs(Math.log(w / h / screenRatio)) + 0.08 * Math.log(w * h);
}
