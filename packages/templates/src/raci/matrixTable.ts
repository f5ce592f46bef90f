import type { Partner } from '@common-ground/protocol';
import type { Translate } from '../translate.ts';
import { type SayLine, lineName } from './lineName.ts';
import type { Matrix, MatrixColumn } from './matrix.ts';
import { lettersOf } from './matrix.ts';

/** A matrix as a table of texts: a head line, and a line for each row with its name first. */
export interface MatrixTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The matrix as a table, each column headed by its name and, in brackets, its partner; `planImport` reads it back.
 * Lines that nobody has begun (no name, no letter) are left out.
 */
export function exportMatrix(
  matrix: Matrix,
  partners: readonly Partner[],
  t: SayLine & Translate<'report.work'>,
): MatrixTable {
  const rows = matrix.rows.filter(
    ({ id, name }) =>
      name !== '' || matrix.columns.some((column) => lettersOf(matrix, id, column.id).length > 0),
  );
  const columns = matrix.columns.filter(
    ({ id, name }) => name !== '' || rows.some((row) => lettersOf(matrix, row.id, id).length > 0),
  );
  return {
    columns: [t('report.work'), ...columns.map((column) => columnHead(column, matrix, partners, t))],
    rows: rows.map((row) => [
      lineName(row, matrix, t),
      ...columns.map(({ id }) => lettersOf(matrix, row.id, id).join('')),
    ]),
  };
}

function columnHead(column: MatrixColumn, matrix: Matrix, partners: readonly Partner[], t: SayLine): string {
  const name = lineName(column, matrix, t);
  const partner = partners.find(({ id }) => id === column.partnerId);
  return partner === undefined ? name : `${name} (${partner.name})`;
}
