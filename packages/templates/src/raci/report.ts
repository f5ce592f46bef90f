import type { PartnerId } from '@common-ground/protocol';
import type { ReportBlock } from '../report/Report.ts';
import { heading, list, paragraph, table, under } from '../report/blocks.ts';
import { notesIn, partnerNameIn } from '../state/BoardState.ts';
import type { ComparedCell } from './compareViews.ts';
import { compareViews } from './compareViews.ts';
import { lineName } from './lineName.ts';
import type { PlacedMatrix } from './matrices.ts';
import { matricesIn } from './matrices.ts';
import type { Matrix, MatrixColumn } from './matrix.ts';
import { lettersOf } from './matrix.ts';
import { exportMatrix } from './matrixTable.ts';
import type { RaciResults } from './rules.ts';
import type { MatrixLetter } from './variants.ts';
import { variantLetters } from './variants.ts';

/** The matrix, each person's list, what partners saw differently and how it was settled, and open questions. */
export function report(context: RaciResults): readonly ReportBlock[] {
  const { state, t } = context;
  return [
    ...matricesIn(state).flatMap((placed, index) => matrixBlocks(context, placed, index)),
    ...under(t('section.questions.title'), list(notesIn(state, 'questions').map(({ text }) => text))),
  ];
}

function matrixBlocks(context: RaciResults, { matrix }: PlacedMatrix, index: number): readonly ReportBlock[] {
  const { state, t } = context;
  const key = index === 0 ? 'matrix' : `matrix-${index + 1}`;
  const { columns, rows } = exportMatrix(matrix, state.partners, t);
  return [
    ...table(key, t('report.matrix', { variant: matrix.variant.toUpperCase() }), columns, rows),
    ...matrix.columns.flatMap((column) => personBlocks(context, matrix, column)),
    ...comparisonBlocks(context, matrix, index),
  ];
}

/** What one person does, answers for, is asked and is told. */
function personBlocks(
  { state, t }: RaciResults,
  matrix: Matrix,
  column: MatrixColumn,
): readonly ReportBlock[] {
  const lines = variantLetters[matrix.variant].flatMap((letter) => {
    const rows = matrix.rows.filter((row) => lettersOf(matrix, row.id, column.id).includes(letter));
    const names = rows.map((row) => lineName(row, matrix, t));
    return names.length === 0 ? [] : [`${meaningOf({ t }, matrix, letter)}: ${names.join('; ')}`];
  });
  const partner = partnerNameIn(state, column.partnerId);
  const name = lineName(column, matrix, t);
  return under(partner === null ? name : `${name} (${partner})`, list(lines));
}

function comparisonBlocks(context: RaciResults, matrix: Matrix, index: number): readonly ReportBlock[] {
  const { state, t } = context;
  const order = state.partners.map(({ id }) => id);
  const { agreementPercent, differing, partnerIds } = compareViews(matrix, order);
  if (agreementPercent === null) return [];
  const columns = [
    t('report.work'),
    t('report.person'),
    ...partnerIds.map((id) => partnerNameIn(state, id) ?? ''),
    t('report.settled'),
  ];
  const rows = differing.map((cell) => differenceRow(context, matrix, cell, partnerIds));
  const key = index === 0 ? 'differences' : `differences-${index + 1}`;
  return [
    heading(t('report.comparison')),
    ...paragraph(t('report.agreement', { percent: agreementPercent })),
    ...table(key, t('report.differences'), columns, rows),
  ];
}

function differenceRow(
  { t }: RaciResults,
  matrix: Matrix,
  { column, row, settled, views }: ComparedCell,
  partnerIds: readonly PartnerId[],
) {
  const said = partnerIds.map((id) => {
    const letters = views.find(({ partnerId }) => partnerId === id)?.letters ?? [];
    return letters.length === 0 ? t('report.nothing') : letters.join('');
  });
  const agreed = settled?.length === 0 ? t('report.nothing') : (settled?.join('') ?? t('report.open'));
  return [lineName(row, matrix, t), lineName(column, matrix, t), ...said, agreed];
}

function meaningOf({ t }: Pick<RaciResults, 't'>, { variant }: Matrix, letter: MatrixLetter): string {
  return t(`letter.${variant}.${letter}` as Parameters<typeof t>[0]);
}
