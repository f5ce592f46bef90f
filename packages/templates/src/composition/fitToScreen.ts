import type { Layout } from '@common-ground/board';
import { onGrid } from './grid.ts';

/** The proportions of a 16:10 screen, which a whole layout is seen on at zoom-to-fit. */
const screenRatio = 1.6;

/** The layout with the proportions nearest to a screen's, tried over ten widths from `minW` to 2.4 times as much. */
export function fitToScreen(minW: number, layoutAt: (w: number) => Layout): Layout {
  const widths = Array.from({ length: 10 }, (_, step) => onGrid(minW * 1.1 ** step));
  return closestToScreen(widths.map((w) => layoutAt(w)));
}

/** The layout among several (at least one) with the proportions nearest to a screen's; of near equals the smallest. */
export function closestToScreen(layouts: readonly Layout[]): Layout {
  return layouts.reduce((best, next) => (costOf(next) < costOf(best) ? next : best));
}

/** What is small is read more easily: ten times the area weighs as much as proportions 20 % off. */
function costOf({ w, h }: Layout): number {
  return Math.abs(Math.log(w / h / screenRatio)) + 0.08 * Math.log(w * h);
}
