import type { Box, LayoutItem } from '@common-ground/board';
import type { Band } from './Band.ts';
import { columnGap, onGrid, rowGap, splitWidth } from './grid.ts';

/** Something that fills a box: it says how high it must be at a width, and draws itself. */
export interface Cell {
  minH(w: number): number;
  draw(box: Box): readonly LayoutItem[];
}

/** Cells one below the other; columns share the band's width by weight. */
export interface Column {
  readonly weight: number;
  readonly cells: readonly Cell[];
}

/** Columns side by side, all as high as the highest; the cells of a column share what is left over. */
export function columnsBand(columns: readonly Column[]): Band {
  return ({ x, y, w }) => {
    const slots = splitWidth(
      w,
      columns.map((column) => column.weight),
      columnGap,
    );
    const placed = columns.map((column, index) => ({ column, slot: slots[index] ?? { x: 0, w } }));
    const h = Math.max(...placed.map(({ column, slot }) => columnMinH(column, slot.w)));
    const items = placed.flatMap(({ column, slot }) =>
      drawColumn(column, { x: x + slot.x, y, w: slot.w, h }),
    );
    return { items, h };
  };
}

function columnMinH(column: Column, w: number): number {
  const cells = column.cells.reduce((sum, cell) => sum + onGrid(cell.minH(w)), 0);
  return cells + rowGap * (column.cells.length - 1);
}

function drawColumn(column: Column, box: Box): LayoutItem[] {
  const spare = box.h - columnMinH(column, box.w);
  const share = Math.floor(spare / column.cells.length / 8) * 8;
  let y = box.y;
  return column.cells.flatMap((cell, index) => {
    const isLast = index === column.cells.length - 1;
    const h = isLast ? box.y + box.h - y : onGrid(cell.minH(box.w)) + share;
    const items = cell.draw({ x: box.x, y, w: box.w, h });
    y += h + rowGap;
    return items;
  });
}
