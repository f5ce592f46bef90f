import type { Matrix } from './matrix.ts';
import { lettersOf } from './matrix.ts';
import { setLetters, toggledLetters } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import type { MatrixRange } from './matrixRange.ts';
import { cellsIn, isWide, wholeLines } from './matrixRange.ts';
import type { MatrixInput } from './pasteBlock.ts';
import { pasteBlock } from './pasteBlock.ts';
import { maxImportRows } from './planImport.ts';
import type { MatrixLetter } from './variants.ts';

type Block = readonly (readonly string[])[];

/** Puts a letter into every cell of a range, or takes it out of all where none lacks it. */
export function toggleInRange(matrix: Matrix, range: MatrixRange, letter: MatrixLetter): MetaPatch {
  const cells = cellsIn(wholeLines(range, matrix), matrix);
  const lacking = cells.filter(({ rowId, columnId }) => !lettersOf(matrix, rowId, columnId).includes(letter));
  const changing = lacking.length === 0 ? cells : lacking;
  return merged(
    changing.map(({ rowId, columnId }) =>
      setLetters(rowId, columnId, toggledLetters(matrix, rowId, columnId, letter)),
    ),
  );
}

/** Clears the cells of a range; names stay, since they are renamed or removed with their lines. */
export function clearRange(matrix: Matrix, range: MatrixRange): MetaPatch {
  const filled = cellsIn(wholeLines(range, matrix), matrix).filter(
    ({ rowId, columnId }) => lettersOf(matrix, rowId, columnId).length > 0,
  );
  return merged(filled.map(({ rowId, columnId }) => setLetters(rowId, columnId, [])));
}

/** What goes to the clipboard from a range: letters, and names where heads are in it. */
export function copyRange(matrix: Matrix, range: MatrixRange): Block {
  const { top, left, bottom, right } = wholeLines(range, matrix);
  const columns = matrix.columns.slice(Math.max(0, left), right + 1);
  const withHead = (head: string, cells: readonly string[]) => (left === -1 ? [head, ...cells] : cells);
  const rows = matrix.rows.slice(Math.max(0, top), bottom + 1).map(({ id, name }) =>
    withHead(
      name,
      columns.map((column) => lettersOf(matrix, id, column.id).join('')),
    ),
  );
  if (top !== -1) return rows;
  const heads = columns.map(({ name }) => name);
  return [withHead('', heads), ...rows];
}

/**
 * Pastes a block onto a range: where the range is as large as several of the block side by side, the block is repeated to
 * fill it, as a spreadsheet does; else it goes once to the upper left corner.
 */
export function pasteOnto(
  matrix: Matrix,
  range: MatrixRange,
  block: Block,
  newId: () => string,
): MatrixInput {
  const at = { row: range.top, column: range.left };
  const fitting = isWide(range)
    ? [range, wholeLines(range, matrix)].map((part) => repeated(block, part))
    : [];
  return pasteBlock(matrix, at, fitting.find((one) => one !== null) ?? block, newId);
}

/** The block as often as a range holds it; null where the range is not that many of it. */
function repeated(block: Block, { top, left, bottom, right }: MatrixRange): Block | null {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const height = Math.min(block.length, maxImportRows);
  const width = Math.max(0, ...block.map((line) => line.length));
  const fills = height > 0 && width > 0 && rows % height === 0 && columns % width === 0;
  if (!fills) return null;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => block[row % height]?.[column % width] ?? ''),
  );
}

function merged(patches: readonly MetaPatch[]): MetaPatch {
  return Object.assign({}, ...patches) as MetaPatch;
}
