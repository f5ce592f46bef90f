import type { Layout } from '@common-ground/board';
import { onGrid } from './grid.ts';

/** The proportions of a 16:10 screen, which a whole layout is seen on at zoom-to-fit. */
const screenRatio = 1.6;
/** A layout narrower than this is a tower. */
const leastRatio = 1.35;

/** The layout that a screen shows largest, tried over the widths from `minW` to 2.4 times as much. */
export function fitToScreen(minW: number, layoutAt: (w: number) => Layout): Layout {
  const widths = Array.from({ length: 19 }, (_, step) => onGrid(minW * 1.05 ** step));
  return largestOnScreen(widths.map((w) => layoutAt(w)));
}

/**
 * The layout among several (at least one) that a screen shows largest at zoom-to-fit. Towers are taken only when there
 * is nothing else: they leave half of the screen empty and are read by scrolling.
 */
export function largestOnScreen(layouts: readonly Layout[]): Layout {
  const landscapes = layouts.filter(({ w, h }) => w / h >= leastRatio);
  return (landscapes.length > 0 ? landscapes : layouts).reduce((best, next) =>
    screenHeightOf(next) < screenHeightOf(best) ? next : best,
  );
}

/** The height of a screen, px of the page, that just holds the layout: the smaller, the larger all is drawn. */
function screenHeightOf({ w, h }: Layout): number {
  return Math.max(w / screenRatio, h);
}
