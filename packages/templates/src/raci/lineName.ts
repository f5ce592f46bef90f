import type { Matrix, MatrixColumn, MatrixRow } from './matrix.ts';
import type { Translate } from '../translate.ts';

/** The texts that speak of a line without a name. */
export type SayLine = Translate<'matrix.row.unnamed' | 'matrix.column.unnamed'>;

/** How to speak of a row or column, named or not. */
export function lineName(
  line: MatrixRow | MatrixColumn,
  matrix: Pick<Matrix, 'rows' | 'columns'>,
  t: SayLine,
): string {
  if (line.name !== '') return line.name;
  const row = matrix.rows.findIndex(({ id }) => id === line.id);
  if (row !== -1) return t('matrix.row.unnamed', { number: row + 1 });
  return t('matrix.column.unnamed', {
    number: matrix.columns.findIndex(({ id }) => id === line.id) + 1,
  });
}
