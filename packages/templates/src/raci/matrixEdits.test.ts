import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { Matrix } from './matrix.ts';
import { lettersOf, maxMatrixNameLength, parseMatrix } from './matrix.ts';
import {
  addColumn,
  addRow,
  moveColumn,
  moveRow,
  removeColumn,
  removeRow,
  renameColumn,
  renameRow,
  setLetters,
  startMatrix,
  toggleLetter,
} from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;

/** The meta of a shape as tldraw and Yjs keep it: a patch replaces its keys and no others. */
class Board {
  private meta: MetaPatch;

  constructor(meta: MetaPatch = startMatrix(3, [harbour, harbour, city])) {
    this.meta = meta;
  }

  get matrix(): Matrix {
    return parseMatrix(this.meta, 'raci');
  }

  apply(...patches: MetaPatch[]): this {
    this.meta = Object.assign({ ...this.meta }, ...patches) as MetaPatch;
    return this;
  }
}

const rowIds = (board: Board) => board.matrix.rows.map(({ id }) => id);
const columnIds = (board: Board) => board.matrix.columns.map(({ id }) => id);

describe('a new matrix', () => {
  it('has unnamed rows and columns, nothing in its cells and no faults', () => {
    const { rows, columns, cells, faults } = new Board().matrix;
    expect(rows.map(({ name }) => name)).toEqual(['', '', '']);
    expect(columns.map(({ partnerId }) => partnerId)).toEqual([harbour, harbour, city]);
    expect(cells.size).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('rows', () => {
  it('are added at the end or behind another, and named', () => {
    const board = new Board();
    board.apply(addRow(board.matrix, { id: 'last', name: '  Draft\n rules ' }));
    board.apply(addRow(board.matrix, { id: 'second', afterId: 'row1' }));
    expect(rowIds(board)).toEqual(['row1', 'second', 'row2', 'row3', 'last']);
    expect(board.matrix.rows.at(-1)?.name).toBe('Draft rules');
  });

  it('are moved to a place, and no further than the ends', () => {
    const board = new Board();
    board.apply(moveRow(board.matrix, 'row3', 0));
    expect(rowIds(board)).toEqual(['row3', 'row1', 'row2']);
    board.apply(moveRow(board.matrix, 'row3', 99));
    expect(rowIds(board)).toEqual(['row1', 'row2', 'row3']);
    board.apply(moveRow(board.matrix, 'row1', -1));
    expect(rowIds(board)).toEqual(['row1', 'row2', 'row3']);
    expect(moveRow(board.matrix, 'nobody', 0)).toEqual({});
  });

  it('write one key when they move, so that others’ changes stand', () => {
    expect(Object.keys(moveRow(new Board().matrix, 'row3', 0))).toEqual(['r:row3']);
  });

  it('come back with name and cells when their removal is undone', () => {
    const board = new Board().apply(renameRow('row2', 'Budget'), setLetters('row2', 'column1', ['A']));
    const before = board.matrix.rows.find(({ id }) => id === 'row2');
    board.apply(removeRow('row2'));
    expect(rowIds(board)).toEqual(['row1', 'row3']);
    board.apply({ 'r:row2': before?.order ?? '' });
    expect(board.matrix.rows[1]).toEqual(before);
    expect(lettersOf(board.matrix, 'row2', 'column1')).toEqual(['A']);
  });

  it('keep names to one line of the longest length there is', () => {
    const board = new Board().apply(renameRow('row1', 'a'.repeat(999)));
    expect(board.matrix.rows[0]?.name).toHaveLength(maxMatrixNameLength);
    expect(board.matrix.faults).toEqual([]);
  });

  it('find room where two people have put theirs at the same place', () => {
    const board = new Board();
    const { matrix } = board;
    board.apply(addRow(matrix, { id: 'alice' }), addRow(matrix, { id: 'bob' }));
    expect(rowIds(board)).toEqual(['row1', 'row2', 'row3', 'alice', 'bob']);
    board.apply(addRow(board.matrix, { id: 'between', afterId: 'alice' }));
    expect(rowIds(board)).toEqual(['row1', 'row2', 'row3', 'alice', 'between', 'bob']);
  });
});

describe('columns', () => {
  it('are added behind the last of their partner', () => {
    const board = new Board();
    board.apply(addColumn(board.matrix, { id: 'third', partnerId: harbour, name: 'Clerk' }));
    expect(columnIds(board)).toEqual(['column1', 'column2', 'third', 'column3']);
    board.apply(addColumn(board.matrix, { id: 'nobody', partnerId: null }));
    expect(columnIds(board)).toEqual(['column1', 'column2', 'third', 'column3', 'nobody']);
    expect(board.matrix.columns.at(-1)?.partnerId).toBeNull();
  });

  it('move among those of their partner and take no other along', () => {
    const board = new Board();
    board.apply(moveColumn(board.matrix, 'column2', 0));
    expect(columnIds(board)).toEqual(['column2', 'column1', 'column3']);
    board.apply(moveColumn(board.matrix, 'column2', 1));
    expect(columnIds(board)).toEqual(['column1', 'column2', 'column3']);
    expect(moveColumn(board.matrix, 'column3', 0)).toEqual({});
    expect(moveColumn(board.matrix, 'nobody', 0)).toEqual({});
  });

  it('stay with their partner when its first one is removed', () => {
    const board = new Board();
    board.apply(addColumn(board.matrix, { id: 'third', partnerId: harbour }));
    board.apply(removeColumn('column1'), removeColumn('column2'));
    expect(columnIds(board)).toEqual(['third', 'column3']);
  });

  it('are renamed', () => {
    expect(new Board().apply(renameColumn('column1', 'Director')).matrix.columns[0]?.name).toBe('Director');
  });
});

describe('letters', () => {
  it('are put in and taken out one by one, in the variant’s order', () => {
    const board = new Board();
    board.apply(toggleLetter(board.matrix, 'row1', 'column1', 'A'));
    board.apply(toggleLetter(board.matrix, 'row1', 'column1', 'R'));
    expect(lettersOf(board.matrix, 'row1', 'column1')).toEqual(['R', 'A']);
    board.apply(toggleLetter(board.matrix, 'row1', 'column1', 'A'));
    expect(lettersOf(board.matrix, 'row1', 'column1')).toEqual(['R']);
    board.apply(toggleLetter(board.matrix, 'row1', 'column1', 'R'));
    expect(lettersOf(board.matrix, 'row1', 'column1')).toEqual([]);
  });

  it('that the variant lacks change nothing', () => {
    const board = new Board().apply(setLetters('row1', 'column1', ['R']));
    board.apply(toggleLetter(board.matrix, 'row1', 'column1', 'S'));
    expect(lettersOf(board.matrix, 'row1', 'column1')).toEqual(['R']);
  });

  it('of two people in two cells both stay, whoever comes first', () => {
    const base = new Board().matrix;
    const alice = toggleLetter(base, 'row1', 'column1', 'A');
    const bob = toggleLetter(base, 'row1', 'column2', 'R');
    const carol = moveRow(base, 'row1', 2);
    const one = new Board().apply(alice, bob, carol).matrix;
    expect(new Board().apply(carol, bob, alice).matrix).toEqual(one);
    expect([lettersOf(one, 'row1', 'column1'), lettersOf(one, 'row1', 'column2')]).toEqual([['A'], ['R']]);
  });
});
