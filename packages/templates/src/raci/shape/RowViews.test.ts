import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { partnersNamed } from '../../testing/TestBoard.ts';
import { createTranslate } from '../../translate.ts';
import { compareViews } from '../compareViews.ts';
import { lineName } from '../lineName.ts';
import { parseMatrix } from '../matrix.ts';
import {
  removeRow,
  renameColumn,
  renameRow,
  setLetters,
  settleCell,
  setView,
  startMatrix,
} from '../matrixEdits.ts';
import type { MetaPatch } from '../matrixKeys.ts';
import type { MatrixFindingCode } from '../matrixRules.ts';
import { checkMatrix, matrixFindings } from '../matrixRules.ts';
import { matrixWidget } from '../matrixWidget.ts';
import { sayFindings } from '../../findings/Finding.ts';
import { texts } from '../texts.ts';
import { matrixMarks } from './matrixMarks.ts';
import { RowViews } from './RowViews.ts';

const partners = partnersNamed('North', 'South');
const [north, south] = partners.map(({ id }) => id) as [PartnerId, PartnerId];
const t = createTranslate(texts, 'en');
const start = startMatrix(3, [north, south]);

function viewsOf(
  meta: MetaPatch,
  highlighted: Parameters<typeof matrixMarks>[2] = [],
  views = new RowViews(),
) {
  const matrix = parseMatrix(meta, 'raci');
  const found = checkMatrix('shape:m', matrix, partners, t);
  const findings = sayFindings<MatrixFindingCode>('raci', matrixFindings, found, t);
  return views.of({
    matrix,
    partners,
    canEdit: true,
    comparison: compareViews(matrix, [north, south]),
    marks: matrixMarks('shape:m', findings, highlighted, 'en'),
    nameOf: (line) => lineName(line, matrix, t),
  });
}

const changed = (before: MetaPatch, after: MetaPatch) => {
  const views = new RowViews();
  const [one, other] = [viewsOf(before, [], views), viewsOf(after, [], views)];
  return other.flatMap((view, index) => (one[index] === view ? [] : [view.row.id]));
};

describe('what rows are drawn from', () => {
  it('changes for the row that a letter is set in, and for no other', () => {
    const meta = {
      ...start,
      ...setLetters('row1', 'column1', ['A']),
      ...setLetters('row2', 'column2', ['A']),
    };
    expect(changed(meta, { ...meta, ...setLetters('row2', 'column1', ['R']) })).toEqual(['row2']);
    expect(changed(meta, { ...meta })).toEqual([]);
  });

  it('changes for every row that is called otherwise, stands elsewhere or has another finding', () => {
    const meta = { ...start, ...setLetters('row1', 'column1', ['A']) };
    expect(changed(meta, { ...meta, ...renameRow('row3', 'Plan') })).toEqual(['row3']);
    expect(changed(meta, { ...meta, ...renameColumn('column2', 'Clerk') })).toEqual(['row1', 'row2', 'row3']);
    expect(changed(meta, { ...meta, ...removeRow('row1') })).toEqual(['row2', 'row3']);
    expect(changed(start, meta)).toEqual(['row1']);
  });

  it('changes where the partners’ views differ once the group has settled', () => {
    const meta = {
      ...start,
      ...setView(north, 'row2', 'column1', ['A']),
      ...setView(south, 'row2', 'column1', ['R']),
    };
    expect(changed(meta, { ...meta, ...settleCell('row2', 'column1', []) })).toEqual(['row2']);
  });

  it('holds findings where they belong, and what somebody was led to', () => {
    const meta = {
      ...start,
      ...setLetters('row1', 'column1', ['A']),
      ...setLetters('row1', 'column2', ['A']),
    };
    const target = { kind: 'column', shapeId: 'shape:m', columnId: 'column2' } as const;
    const [row] = viewsOf(meta, [target]);
    expect(row?.cells.map(({ mark }) => mark.findings.map(({ code }) => code))).toEqual([
      ['two-accountable'],
      ['two-accountable'],
    ]);
    expect(row?.mark.findings.map(({ code }) => code)).toEqual(['no-doer']);
    expect(row?.cells.map(({ mark }) => mark.isHighlighted)).toEqual([false, true]);
  });

  it('says who said what until the group has settled', () => {
    const meta = {
      ...start,
      ...setView(north, 'row1', 'column1', ['A']),
      ...setView(south, 'row1', 'column1', ['R']),
    };
    const [open] = viewsOf(meta)[0]?.cells ?? [];
    expect(open?.proposals.map(({ letters, partners: said }) => [letters.join(), said[0]?.name])).toEqual([
      ['A', 'North'],
      ['R', 'South'],
    ]);
    const [settled] = viewsOf({ ...meta, ...settleCell('row1', 'column1', ['A']) })[0]?.cells ?? [];
    expect(settled).toMatchObject({ proposals: [], letters: ['A'] });
  });
});

describe('where parts of a matrix stand', () => {
  const shape = { id: 'shape:m', props: { w: 1280, variant: 'raci' }, meta: start };
  const boundsOf = (target: Parameters<NonNullable<typeof matrixWidget.boundsOf>>[1]) =>
    matrixWidget.boundsOf?.(shape, target);

  it('is a cell within its row and column, and a partner’s head over its columns', () => {
    const cell = boundsOf({ kind: 'cell', shapeId: 'shape:m', rowId: 'row2', columnId: 'column2' });
    const row = boundsOf({ kind: 'row', shapeId: 'shape:m', rowId: 'row2' });
    const column = boundsOf({ kind: 'column', shapeId: 'shape:m', columnId: 'column2' });
    expect(cell).toEqual({ x: column?.x, y: row?.y, w: column?.w, h: row?.h });
    expect(boundsOf({ kind: 'partner', partnerId: south })).toMatchObject({ x: column?.x, y: 0 });
  });

  it('is nowhere for what is in another shape, or gone', () => {
    expect(boundsOf({ kind: 'row', shapeId: 'shape:other', rowId: 'row2' })).toBeNull();
    expect(boundsOf({ kind: 'row', shapeId: 'shape:m', rowId: 'row9' })).toBeNull();
    expect(boundsOf({ kind: 'escalation' })).toBeNull();
  });
});
