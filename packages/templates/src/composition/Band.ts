import type { Box, Layout, LayoutItem } from '@common-ground/board';
import { onGrid } from './grid.ts';
import type { Sheet } from './Sheet.ts';
import { sheetOf } from './Sheet.ts';

/** Where a band stands: how high it becomes is its own affair. */
export type BandPlace = Omit<Box, 'h'>;

/** A strip of a layout over its whole width: given its place, it draws itself as high as it must be. */
export type Band = (
  place: BandPlace,
  sheet: Sheet,
) => { readonly items: readonly LayoutItem[]; readonly h: number };

/** Bands one below the other on a sheet `w` px wide. */
export function stackBands(w: number, bands: readonly Band[]): Layout {
  const sheet = sheetOf(w);
  const items: LayoutItem[] = [];
  let y = 0;
  bands.forEach((band, index) => {
    if (index > 0) y += sheet.nameRoom;
    const drawn = band({ x: 0, y, w }, sheet);
    items.push(...drawn.items);
    y += drawn.h;
  });
  return { w, h: onGrid(y), items };
}
