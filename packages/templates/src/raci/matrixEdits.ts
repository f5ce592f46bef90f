import type { PartnerId } from '@common-ground/protocol';
import type { Matrix, MatrixColumn, MatrixRow } from './matrix.ts';
import { byOrder, lettersOf, maxMatrixNameLength } from './matrix.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { matrixKeys } from './matrixKeys.ts';
import { firstOrderKeys, orderKeyBetween } from './orderKeys.ts';
import type { MatrixLetter } from './variants.ts';
import { variantLetters } from './variants.ts';

/*
 * Each edit answers with the keys to write, and writes no others: what somebody else changes meanwhile stands.
 * Ids of new rows and columns are given by the caller, made at random, and never used twice.
 */

/** Adds a row behind another, or at the end. */
export function addRow(matrix: Matrix, row: { id: string; name?: string; afterId?: string }): MetaPatch {
  const index = indexAfter(matrix.rows, row.afterId);
  return {
    ...placeAt(matrix.rows, matrixKeys.row, row.id, index),
    ...(row.name === undefined ? {} : { [matrixKeys.rowName(row.id)]: cleanName(row.name) }),
  };
}

/** Gives a row its name; an empty one is allowed. */
export function renameRow(rowId: string, name: string): MetaPatch {
  return { [matrixKeys.rowName(rowId)]: cleanName(name) };
}

/** Moves a row so that it becomes the `index`-th, counted from 0. */
export function moveRow(matrix: Matrix, rowId: string, index: number): MetaPatch {
  const others = matrix.rows.filter((row) => row.id !== rowId);
  if (others.length === matrix.rows.length) return {};
  return placeAt(others, matrixKeys.row, rowId, clamp(index, others.length));
}

/** Removes a row; its name and cells stay in the meta, so that undoing it brings all back. */
export function removeRow(rowId: string): MetaPatch {
  return { [matrixKeys.row(rowId)]: null };
}

/** Adds a column behind another, or behind the last of its partner. */
export function addColumn(
  matrix: Matrix,
  column: { id: string; name?: string; partnerId: PartnerId | null; afterId?: string },
): MetaPatch {
  const siblings = matrix.columns.filter((other) => other.partnerId === column.partnerId);
  const afterId = column.afterId ?? siblings.at(-1)?.id;
  const byOrderOnly = matrix.columns.toSorted(byOrder);
  return {
    ...placeAt(byOrderOnly, matrixKeys.column, column.id, indexAfter(byOrderOnly, afterId)),
    [matrixKeys.columnPartner(column.id)]: column.partnerId,
    ...(column.name === undefined ? {} : { [matrixKeys.columnName(column.id)]: cleanName(column.name) }),
  };
}

/** Gives a column its name; an empty one is allowed. */
export function renameColumn(columnId: string, name: string): MetaPatch {
  return { [matrixKeys.columnName(columnId)]: cleanName(name) };
}

/** Moves a column among those of its partner, so that it becomes the `index`-th of them, counted from 0. */
export function moveColumn(matrix: Matrix, columnId: string, index: number): MetaPatch {
  const column = matrix.columns.find(({ id }) => id === columnId);
  if (column === undefined) return {};
  const others = matrix.columns.filter(({ id }) => id !== columnId).toSorted(byOrder);
  const siblings = others.filter(({ partnerId }) => partnerId === column.partnerId);
  const next = siblings[clamp(index, siblings.length)];
  const last = siblings.at(-1);
  if (next !== undefined) return placeAt(others, matrixKeys.column, columnId, others.indexOf(next));
  return last === undefined ? {} : placeAt(others, matrixKeys.column, columnId, others.indexOf(last) + 1);
}

/** Removes a column; its name and cells stay in the meta, so that undoing it brings all back. */
export function removeColumn(columnId: string): MetaPatch {
  return { [matrixKeys.column(columnId)]: null };
}

/** Puts a letter into a cell, or takes it out when it is there. A letter that the variant lacks changes nothing. */
export function toggleLetter(
  matrix: Matrix,
  rowId: string,
  columnId: string,
  letter: MatrixLetter,
): MetaPatch {
  return setLetters(rowId, columnId, toggledLetters(matrix, rowId, columnId, letter));
}

/** A cell's letters with one more, or without it when it is there, in the variant's order. */
export function toggledLetters(
  matrix: Matrix,
  rowId: string,
  columnId: string,
  letter: MatrixLetter,
): readonly MatrixLetter[] {
  const there: readonly string[] = lettersOf(matrix, rowId, columnId);
  return variantLetters[matrix.variant].filter((other) => there.includes(other) !== (other === letter));
}

/** Sets a cell's letters; none clears it. */
export function setLetters(rowId: string, columnId: string, letters: readonly MatrixLetter[]): MetaPatch {
  return { [matrixKeys.cell(rowId, columnId)]: letters.length === 0 ? null : letters.join('') };
}

/** What a partner's own view says of a cell, for the reveal of its view. */
export function setView(
  partnerId: PartnerId,
  rowId: string,
  columnId: string,
  letters: readonly MatrixLetter[],
): MetaPatch {
  const key = matrixKeys.view(partnerId, rowId, columnId);
  return { [key]: letters.length === 0 ? null : letters.join('') };
}

/** Settles a cell on which views differed: the matrix takes these letters, and it is kept that the group chose them. */
export function settleCell(rowId: string, columnId: string, letters: readonly MatrixLetter[]): MetaPatch {
  return { ...setLetters(rowId, columnId, letters), [matrixKeys.settled(rowId, columnId)]: letters.join('') };
}

/** Opens a settled cell again: the views stand against each other as before. */
export function unsettleCell(rowId: string, columnId: string): MetaPatch {
  return { ...setLetters(rowId, columnId, []), [matrixKeys.settled(rowId, columnId)]: null };
}

/** The meta of a new matrix with unnamed rows and columns, each column given by the partner it belongs to. */
export function startMatrix(rowCount: number, columnPartners: readonly (PartnerId | null)[]): MetaPatch {
  const patch: Record<string, string | null> = {};
  firstOrderKeys(rowCount).forEach((order, index) => {
    patch[matrixKeys.row(`row${index + 1}`)] = order;
  });
  const orders = firstOrderKeys(columnPartners.length);
  columnPartners.forEach((partnerId, index) => {
    patch[matrixKeys.column(`column${index + 1}`)] = orders[index] ?? null;
    patch[matrixKeys.columnPartner(`column${index + 1}`)] = partnerId;
  });
  return patch;
}

/** The key that puts an id at a place; when equal neighbours leave no room, all are given new places. */
function placeAt(
  sorted: readonly (MatrixRow | MatrixColumn)[],
  keyOf: (id: string) => string,
  id: string,
  index: number,
): MetaPatch {
  const between = orderKeyBetween(sorted[index - 1]?.order ?? null, sorted[index]?.order ?? null);
  if (between !== null) return { [keyOf(id)]: between };
  const ids = sorted.map((other) => other.id).toSpliced(index, 0, id);
  const orders = firstOrderKeys(ids.length);
  return Object.fromEntries(ids.map((other, place) => [keyOf(other), orders[place] ?? null]));
}

function indexAfter(sorted: readonly MatrixRow[], afterId: string | undefined): number {
  const index = sorted.findIndex(({ id }) => id === afterId);
  return index === -1 ? sorted.length : index + 1;
}

function clamp(index: number, max: number): number {
  return Math.min(max, Math.max(0, index));
}

/** One line, no longer than a name may be. */
function cleanName(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().slice(0, maxMatrixNameLength);
}
