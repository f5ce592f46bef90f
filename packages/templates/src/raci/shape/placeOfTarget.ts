import { exhaustive } from '@common-ground/protocol';
import type { Target } from '../../findings/Finding.ts';
import type { Matrix } from '../matrix.ts';
import type { MatrixPlace } from '../pasteBlock.ts';

/** Where in the table a target stands, heads being -1; null for what is not in this matrix. */
export function placeOfTarget({ rows, columns }: Matrix, target: Target): MatrixPlace | null {
  const rowOf = (id: string) => rows.findIndex((line) => line.id === id);
  const columnOf = (id: string) => columns.findIndex((line) => line.id === id);
  switch (target.kind) {
    case 'cell': {
      const place = { row: rowOf(target.rowId), column: columnOf(target.columnId) };
      return place.row === -1 || place.column === -1 ? null : place;
    }
    case 'row':
      return rowOf(target.rowId) === -1 ? null : { row: rowOf(target.rowId), column: -1 };
    case 'column':
      return columnOf(target.columnId) === -1 ? null : { row: -1, column: columnOf(target.columnId) };
    case 'shape':
    case 'action':
    case 'agreement':
    case 'escalation':
    case 'partner':
      return null;
    default:
      return exhaustive(target);
  }
}
