import type { Box, LayoutItem } from '@common-ground/board';
import type { Band } from './Band.ts';
import { columnGap, onGrid, splitWidth } from './grid.ts';
import type { Sheet } from './Sheet.ts';

/** Something that fills a box: it says how high it must be at a width, and draws itself. */
export interface Cell {
  minH(w: number, sheet: Sheet): number;
  draw(box: Box, sheet: Sheet): readonly LayoutItem[];
}

/** Cells one below the other; columns share the band's width by weight. */
export interface Column {
  readonly weight: number;
  readonly cells: readonly Cell[];
}

/** Columns side by side, all as high as the highest; the cells of a column share what is left over. */
export function columnsBand(columns: readonly Column[], gap = columnGap): Band {
  return ({ x, y, w }, sheet) => {
    const weights = columns.map((column) => column.weight);
    const slots = splitWidth(w, weights, gap);
    const placed = columns.map((column, index) => ({ column, slot: slots[index] ?? { x: 0, w } }));
    const h = Math.max(...placed.map(({ column, slot }) => columnMinH(column, slot.w, sheet)));
    const items = placed.flatMap(({ column, slot }) =>
      drawColumn(column, { x: x + slot.x, y, w: slot.w, h }, sheet),
    );
    return { items, h };
  };
}

/** Cells side by side, equally wide. */
export function equalColumns(cells: readonly Cell[]): Band {
  return columnsBand(cells.map((cell) => ({ weight: 1, cells: [cell] })));
}

function columnMinH(column: Column, w: number, sheet: Sheet): number {
  const cells = column.cells.reduce((sum, cell) => sum + onGrid(cell.minH(w, sheet)), 0);
  return cells + sheet.nameRoom * (column.cells.length - 1);
}

function drawColumn(column: Column, box: Box, sheet: Sheet): LayoutItem[] {
  const spare = box.h - columnMinH(column, box.w, sheet);
  const share = Math.floor(spare / column.cells.length / 8) * 8;
  let y = box.y;
  return column.cells.flatMap((cell, index) => {
    const isLast = index === column.cells.length - 1;
    const h = isLast ? box.y + box.h - y : onGrid(cell.minH(box.w, sheet)) + share;
    const items = cell.draw({ x: box.x, y, w: box.w, h }, sheet);
    y += h + sheet.nameRoom;
    return items;
  });
}
