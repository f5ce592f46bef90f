import type { Matrix } from './matrix.ts';
import { parseMatrix } from './matrix.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { matrixKeys } from './matrixKeys.ts';

/** The matrix as it will be once a patch of rows, columns and names is written. For edits that build on each other. */
export function applyPatch(matrix: Matrix, patch: MetaPatch): Matrix {
  const lines = Object.fromEntries([
    ...matrix.rows.flatMap(({ id, name, order }) => [
      [matrixKeys.row(id), order],
      [matrixKeys.rowName(id), name],
    ]),
    ...matrix.columns.flatMap(({ id, name, order, partnerId }) => [
      [matrixKeys.column(id), order],
      [matrixKeys.columnName(id), name],
      [matrixKeys.columnPartner(id), partnerId],
    ]),
  ]) as Record<string, string | null>;
  const { rows, columns } = parseMatrix({ ...lines, ...patch }, matrix.variant);
  return { ...matrix, rows, columns };
}
