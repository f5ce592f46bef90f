import { applyPatch } from './applyPatch.ts';
import { maxImportRows } from './planImport.ts';
import type { Matrix } from './matrix.ts';
import { addRow, renameColumn, renameRow, setLetters } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { parseLetters } from './parseLetters.ts';

/** What came of a paste. */
export interface MatrixInput {
  readonly patch: MetaPatch;
  /** Texts that stand for no letters, or found no place, as they were. */
  readonly ignored: readonly string[];
}

/** A place of the table; -1 is the head of a row or column. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Pastes a block of cells with its upper left corner at a place, as a spreadsheet does: names onto heads, letters onto
 * cells, an empty cell clears. Lines below the last row add rows; what stands right of the last column has no place.
 */
export function pasteBlock(
  matrix: Matrix,
  at: MatrixPlace,
  block: readonly (readonly string[])[],
  newId: () => string,
): MatrixInput {
  const ignored: string[] = [];
  let target = matrix;
  let patch: MetaPatch = {};
  const write = (change: MetaPatch) => {
    patch = { ...patch, ...change };
  };
  for (const [down, cells] of block.slice(0, maxImportRows).entries()) {
    if (at.row + down >= target.rows.length) {
      const added = addRow(target, { id: newId() });
      write(added);
      target = applyPatch(target, added);
    }
    for (const [right, text] of cells.entries()) {
      const change = pasteCell(target, { row: at.row + down, column: at.column + right }, text);
      if (change === null) ignored.push(text);
      else write(change);
    }
  }
  return { patch, ignored: ignored.filter((text) => text !== '') };
}

function pasteCell(matrix: Matrix, { row, column }: MatrixPlace, text: string): MetaPatch | null {
  const rowId = matrix.rows[row]?.id;
  const columnId = matrix.columns[column]?.id;
  if (row === -1) return columnId === undefined ? null : renameColumn(columnId, text);
  if (rowId === undefined) return null;
  if (column === -1) return renameRow(rowId, text);
  const letters = parseLetters(text, matrix.variant);
  return columnId === undefined || letters === null ? null : setLetters(rowId, columnId, letters);
}
