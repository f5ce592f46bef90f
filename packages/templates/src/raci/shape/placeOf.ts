import type { MatrixPlace } from '../pasteBlock.ts';

/** Reads `row:column`, as `data-at` has it; null for anything else. */
export function placeOf(at: string | null): MatrixPlace | null {
  const [, row, column] = /^(-?\d+):(-?\d+)$/.exec(at ?? '') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
