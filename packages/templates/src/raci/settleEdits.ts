import type { PartnerId } from '@common-ground/protocol';
import { compareCell, partnersWithViews } from './compareViews.ts';
import type { Matrix } from './matrix.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { matrixKeys, parseMatrixKey } from './matrixKeys.ts';

/**
 * An edit of the group's matrix with what it settles: where the partners' views of a cell differ, whatever is entered there,
 * by whichever way, is what the group settles on.
 */
export function withSettlements(
  matrix: Matrix,
  patch: MetaPatch,
  partnerOrder: readonly PartnerId[],
): MetaPatch {
  const partnerIds = partnersWithViews(matrix, partnerOrder);
  if (partnerIds.length < 2) return patch;
  const settled = Object.entries(patch).flatMap(([key, letters]) => {
    const about = parseMatrixKey(key);
    if (about?.kind !== 'cell') return [];
    const settlement = matrixKeys.settled(about.rowId, about.columnId);
    if (Object.hasOwn(patch, settlement)) return [];
    const row = matrix.rows.find(({ id }) => id === about.rowId);
    const column = matrix.columns.find(({ id }) => id === about.columnId);
    if (row === undefined || column === undefined) return [];
    const isDiffering = compareCell(matrix, row, column, partnerIds).some(({ distance }) => distance > 0);
    return isDiffering ? [[settlement, letters ?? '']] : [];
  });
  return { ...patch, ...(Object.fromEntries(settled) as MetaPatch) };
}
