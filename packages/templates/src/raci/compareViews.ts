import type { PartnerId } from '@common-ground/protocol';
import type { Matrix, MatrixColumn, MatrixRow } from './matrix.ts';
import { lettersOf } from './matrix.ts';
import { setLetters } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { matrixKeys } from './matrixKeys.ts';
import type { MatrixLetter } from './variants.ts';

/** What one partner says of a cell. */
export interface CellView {
  readonly partnerId: PartnerId;
  /** None: the partner left it empty. */
  readonly letters: readonly MatrixLetter[];
}

/** A cell that at least one partner filled in. */
export interface ComparedCell {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly views: readonly CellView[];
  /** How far apart the views are: 0 when all are the same, 1 when no two have a letter in common. */
  readonly distance: number;
  /** The letters that the group settled on; null while it has not. */
  readonly settled: readonly MatrixLetter[] | null;
}

/** All partners' views of a matrix laid over each other. */
export interface Comparison {
  /** Who has filled in a view, in the order given. */
  readonly partnerIds: readonly PartnerId[];
  /** Cells on which all say the same, in the matrix's order. */
  readonly agreed: readonly ComparedCell[];
  /** Cells on which they differ, those furthest apart first. */
  readonly differing: readonly ComparedCell[];
  /** Agreed cells of all that somebody filled in, per cent; null while there are not two views to compare. */
  readonly agreementPercent: number | null;
}

/**
 * Lays the partners' views over each other. Partners who filled in nothing have no view; of those who have one, an empty
 * cell is a statement too.
 */
export function compareViews(matrix: Matrix, partnerOrder: readonly PartnerId[]): Comparison {
  const partnerIds = partnersWithViews(matrix, partnerOrder);
  if (partnerIds.length < 2) return { partnerIds, agreed: [], differing: [], agreementPercent: null };
  const cells = matrix.rows.flatMap((row) =>
    matrix.columns.flatMap((column) => compareCell(matrix, row, column, partnerIds)),
  );
  const agreed = cells.filter(({ distance }) => distance === 0);
  const differing = cells.filter(({ distance }) => distance > 0);
  return {
    partnerIds,
    agreed,
    // Sorting is stable: cells equally far apart stay in the order of the matrix.
    differing: differing.toSorted((one, other) => other.distance - one.distance),
    agreementPercent: cells.length === 0 ? null : Math.round((100 * agreed.length) / cells.length),
  };
}

/** Who has filled in a view, in the order given. */
export function partnersWithViews(matrix: Matrix, partnerOrder: readonly PartnerId[]): readonly PartnerId[] {
  return partnerOrder.filter((id) => (matrix.views.get(id)?.size ?? 0) > 0);
}

/** Fills in what all agree on, where the matrix has nothing yet. */
export function fillAgreed(matrix: Matrix, { agreed }: Comparison): MetaPatch {
  const patches = agreed
    .filter(({ row, column }) => lettersOf(matrix, row.id, column.id).length === 0)
    .map(({ row, column, views }) => setLetters(row.id, column.id, views[0]?.letters ?? []));
  return Object.assign({}, ...patches) as MetaPatch;
}

/** A cell as these partners see it; none where all of them left it empty. */
export function compareCell(
  matrix: Matrix,
  row: MatrixRow,
  column: MatrixColumn,
  partnerIds: readonly PartnerId[],
): ComparedCell[] {
  const key = matrixKeys.cell(row.id, column.id);
  const views = partnerIds.map((partnerId) => ({
    partnerId,
    letters: matrix.views.get(partnerId)?.get(key) ?? [],
  }));
  if (views.every(({ letters }) => letters.length === 0)) return [];
  return [{ row, column, views, distance: meanDistance(views), settled: matrix.settled.get(key) ?? null }];
}

/** The mean over all pairs of views. */
function meanDistance(views: readonly CellView[]): number {
  const distances = views.flatMap((one, index) =>
    views.slice(index + 1).map((other) => distanceOf(one.letters, other.letters)),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

/** The Jaccard distance of two sets of letters (M. Levandowsky, D. Winter: Distance between Sets, Nature 234, 1971). */
function distanceOf(one: readonly MatrixLetter[], other: readonly MatrixLetter[]): number {
  const all = new Set([...one, ...other]);
  if (all.size === 0) return 0;
  const shared = one.filter((letter) => other.includes(letter));
  return 1 - shared.length / all.size;
}
