import type { Partner, PartnerId } from '@common-ground/protocol';
import type { RevealedDraft } from '../drafts/widgetDraft.ts';
import { compareViews, fillAgreed } from './compareViews.ts';
import type { Matrix } from './matrix.ts';
import { cellsByRow, parseMatrix } from './matrix.ts';
import { setView } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { parseLetters } from './parseLetters.ts';
import type { MatrixVariant } from './variants.ts';

/**
 * Lays the partners' own views into the matrix at their reveal, and fills in the cells on which all agree. Of two drafts
 * of one partner for a cell the later counts.
 */
export function takeViews(
  meta: Readonly<Record<string, unknown>>,
  variant: MatrixVariant,
  drafts: readonly RevealedDraft[],
  partners: readonly Partner[],
): MetaPatch {
  const matrix = parseMatrix(meta, variant);
  const views = Object.assign({}, ...drafts.map((draft) => viewOf(matrix, draft))) as MetaPatch;
  const revealed = parseMatrix({ ...meta, ...views }, variant);
  const order = partners.map(({ id }) => id);
  return { ...views, ...fillAgreed(revealed, compareViews(revealed, order)) };
}

/** Cells of rows and columns that are gone by now are kept too: an undo brings them back. */
function viewOf({ variant }: Matrix, { partnerId, part, values }: RevealedDraft): MetaPatch {
  const patches = Object.entries(values).map(([columnId, text]) =>
    setView(partnerId, part, columnId, parseLetters(text, variant) ?? []),
  );
  return Object.assign({}, ...patches) as MetaPatch;
}

/** A partner's own view as it is being written: the shared matrix with its letters in the place of the group's. */
export function ownView(
  matrix: Matrix,
  parts: ReadonlyMap<string, Readonly<Record<string, string>>>,
  partnerId: PartnerId,
): Matrix {
  const drafts = [...parts].map(([part, values]) => viewOf(matrix, { shapeId: '', part, values, partnerId }));
  const { views } = parseMatrix(Object.assign({}, ...drafts) as MetaPatch, matrix.variant);
  return {
    ...matrix,
    cells: cellsByRow(views.get(partnerId) ?? new Map()),
    settled: new Map(),
    views: new Map(),
  };
}
