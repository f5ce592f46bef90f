import { applyPatch } from '../applyPatch.ts';
import type { DraggedLine } from '../dropPlace.ts';
import { lineName } from '../lineName.ts';
import type { Matrix, MatrixRow } from '../matrix.ts';
import { moveColumn, moveRow } from '../matrixEdits.ts';
import type { SpokenLine } from './SpokenLine.ts';
import type { MatrixModel } from './useMatrix.ts';

/**
 * Puts a row or column elsewhere, and says where it stands then.
 * @param indexOf its new place from its old one: among all rows, or among the columns of its partner, counted from 0
 */
export function moveLine(
  { edit, spoken, t }: Pick<MatrixModel, 'edit' | 't'> & { readonly spoken: SpokenLine },
  { kind, id }: DraggedLine,
  indexOf: (index: number) => number,
): void {
  edit((matrix) => {
    const index = indexOf(siblingsOf(matrix, { kind, id }).findIndex((line) => line.id === id));
    const patch = kind === 'row' ? moveRow(matrix, id, index) : moveColumn(matrix, id, index);
    const after = applyPatch(matrix, patch);
    const lines = kind === 'row' ? after.rows : after.columns;
    const place = lines.findIndex((line) => line.id === id);
    const line = lines[place];
    if (line === undefined) return {};
    const words = { name: lineName(line, after, t), number: place + 1, count: lines.length };
    spoken.say(t(kind === 'row' ? 'matrix.movedRow' : 'matrix.movedColumn', words));
    return patch;
  });
}

function siblingsOf({ rows, columns }: Matrix, { kind, id }: DraggedLine): readonly MatrixRow[] {
  if (kind === 'row') return rows;
  const partnerId = columns.find((column) => column.id === id)?.partnerId;
  return columns.filter((column) => column.partnerId === partnerId);
}
