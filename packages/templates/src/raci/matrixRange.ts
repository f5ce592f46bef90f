import type { Matrix } from './matrix.ts';
import type { MatrixPlace } from './pasteBlock.ts';

/** A rectangle of places of the table, both ends included; -1 is the head of rows or columns. */
export interface MatrixRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rectangle between two corners, in whatever order. */
export function rangeBetween(one: MatrixPlace, other: MatrixPlace): MatrixRange {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** Whether a range is more than one place. */
export function isWide({ top, left, bottom, right }: MatrixRange): boolean {
  return top < bottom || left < right;
}

/** What a range stands for: heads alone mean their whole rows or columns, as in every spreadsheet. */
export function wholeLines(
  range: MatrixRange,
  { rows, columns }: Pick<Matrix, 'rows' | 'columns'>,
): MatrixRange {
  if (range.right === -1) return { ...range, right: columns.length - 1 };
  return range.bottom === -1 ? { ...range, bottom: rows.length - 1 } : range;
}

/** The cells of a range, row by row; heads are none. */
export function cellsIn(range: MatrixRange, { rows, columns }: Pick<Matrix, 'rows' | 'columns'>) {
  const across = columns.slice(Math.max(0, range.left), range.right + 1);
  return rows
    .slice(Math.max(0, range.top), range.bottom + 1)
    .flatMap((row) => across.map((column) => ({ rowId: row.id, columnId: column.id })));
}

/** Whether a place is in a range. */
export function isIn({ row, column }: MatrixPlace, { top, left, bottom, right }: MatrixRange): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
