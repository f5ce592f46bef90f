import type { Band } from './Band.ts';
import type { Cell } from './columnsBand.ts';
import { onGrid, splitWidth } from './grid.ts';
import type { Sheet } from './Sheet.ts';

/** Equally wide cells in reading order, so many in a row; the cells of a row are as high as the highest. */
export function gridBand(
  cells: readonly Cell[],
  across: number,
  gap: number,
  nameRoomOf: (sheet: Sheet) => number = ({ nameRoom }) => nameRoom,
): Band {
  return ({ x, y, w }, sheet) => {
    const weights = Array.from({ length: across }, () => 1);
    const slots = splitWidth(w, weights, gap);
    let top = y;
    let h = 0;
    const items = rowsOf(cells, across).flatMap((row) => {
      const placed = row.map((cell, index) => ({ cell, slot: slots[index] ?? { x: 0, w } }));
      const rowH = onGrid(Math.max(...placed.map(({ cell, slot }) => cell.minH(slot.w, sheet))));
      const drawn = placed.flatMap(({ cell, slot }) =>
        cell.draw({ x: x + slot.x, y: top, w: slot.w, h: rowH }, sheet),
      );
      h = top + rowH - y;
      top += rowH + nameRoomOf(sheet);
      return drawn;
    });
    return { items, h };
  };
}

function rowsOf(cells: readonly Cell[], across: number): (readonly Cell[])[] {
  return Array.from({ length: Math.ceil(cells.length / across) }, (_, row) =>
    cells.slice(row * across, (row + 1) * across),
  );
}
