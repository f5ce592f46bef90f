/** Where a key leads from a place of the table; -1 is the head of a row or column. */
export type Move = { readonly row: number; readonly column: number } | 'add-row' | null;

/** The size of a table. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Arrows move within the table; Tab goes on as everywhere, and from the last cell to a new row. */
export function moveOf(
  key: string,
  isShift: boolean,
  from: { readonly row: number; readonly column: number },
  size: Size,
): Move {
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: row + 1, column }, size);
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size);
    case 'Tab': {
      const isLastCell = row === size.rows - 1 && column === size.columns - 1;
      return isLastCell && !isShift ? 'add-row' : null;
    }
    default:
      return null;
  }
}

/** A place of the table, or null: there is nothing beyond its edges, nor in the corner of the heads. */
function within(to: { row: number; column: number }, size: Size): Move {
  const isCorner = to.row === -1 && to.column === -1;
  const isBeyond = to.row < -1 || to.column < -1 || to.row >= size.rows || to.column >= size.columns;
  return isCorner || isBeyond ? null : to;
}
