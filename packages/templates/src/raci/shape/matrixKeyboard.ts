import type { MatrixPlace } from '../pasteBlock.ts';

/** Where a key leads from a place of the table; -1 is the head of a row or column. */
export type Move = MatrixPlace | 'add-row' | null;

/** The size of a table. */
interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A key as it was pressed. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Arrows move within the table, Home and End to the ends of a row, with Ctrl or Cmd to those of the table; Tab goes on as
 * everywhere, and from the last cell to a new row.
 */
export function moveOf(pressed: PressedKey, { row, column }: MatrixPlace, size: Size): Move {
  const isFar = pressed.ctrlKey || pressed.metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (pressed.key) {
    case 'ArrowUp':
      return within({ row: row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: row + 1, column }, size);
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size);
    case 'Home':
      return within({ row: isFar ? 0 : row, column: 0 }, size);
    case 'End':
      return within({ row: isFar ? last.row : row, column: last.column }, size);
    case 'Tab': {
      const isLastCell = row === last.row && column === last.column;
      return isLastCell && !pressed.shiftKey ? 'add-row' : null;
    }
    default:
      return null;
  }
}

/** A place of the table, or null: there is nothing beyond its edges, nor in the corner of the heads. */
function within(to: MatrixPlace, size: Size): Move {
  const isCorner = to.row === -1 && to.column === -1;
  const isBeyond = to.row < -1 || to.column < -1 || to.row >= size.rows || to.column >= size.columns;
  return isCorner || isBeyond ? null : to;
}
