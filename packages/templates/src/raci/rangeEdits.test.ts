import { describe, expect, it } from 'vitest';
import { parseMatrix } from './matrix.ts';
import { renameColumn, renameRow, setLetters, startMatrix } from './matrixEdits.ts';
import { cellsIn, rangeBetween, wholeLines } from './matrixRange.ts';
import { formatBlock, parseTable } from './parseTable.ts';
import { clearRange, copyRange, pasteOnto, toggleInRange } from './rangeEdits.ts';

const meta = {
  ...startMatrix(3, [null, null]),
  ...renameRow('row1', 'Plan'),
  ...renameColumn('column1', 'Mayor'),
  ...setLetters('row1', 'column1', ['R', 'A']),
  ...setLetters('row2', 'column2', ['I']),
};
const matrix = parseMatrix(meta, 'raci');
const place = (row: number, column: number) => ({ row, column });
const all = rangeBetween(place(2, 1), place(0, 0));
const first = rangeBetween(place(0, 0), place(1, 1));
const ofPlace = (row: number, column: number) =>
  copyRange(matrix, rangeBetween(place(row, column), place(row, column)));
let ids = 0;
const newId = () => `new${(ids += 1)}`;

describe('a range of the matrix', () => {
  it('is the same from whichever corner it was drawn, and holds its cells row by row', () => {
    expect(all).toEqual(rangeBetween(place(0, 1), place(2, 0)));
    expect(cellsIn(first, matrix).map(({ rowId, columnId }) => `${rowId} ${columnId}`)).toEqual([
      'row1 column1',
      'row1 column2',
      'row2 column1',
      'row2 column2',
    ]);
  });

  it('of heads alone stands for their whole rows or columns', () => {
    const rows = rangeBetween(place(0, -1), place(1, -1));
    expect(wholeLines(rows, matrix)).toEqual({ ...rows, right: 1 });
    const columns = rangeBetween(place(-1, 0), place(-1, 1));
    expect(wholeLines(columns, matrix)).toEqual({ ...columns, bottom: 2 });
    expect(wholeLines(first, matrix)).toBe(first);
  });
});

describe('a letter on a range', () => {
  it('is put where it is missing, and the other letters of a cell stay', () => {
    expect(toggleInRange(matrix, first, 'I')).toEqual({
      'c:row1:column1': 'RAI',
      'c:row1:column2': 'I',
      'c:row2:column1': 'I',
    });
  });

  it('is taken out where every cell has it', () => {
    const full = parseMatrix({ ...meta, ...toggleInRange(matrix, all, 'I') }, 'raci');
    expect(toggleInRange(full, all, 'I')).toMatchObject({ 'c:row1:column1': 'RA', 'c:row3:column2': null });
  });
});

describe('copying, cutting and pasting', () => {
  it('takes a place: a cell’s letters, a row with its name, or a column with its', () => {
    expect(ofPlace(0, 0)).toEqual([['RA']]);
    expect(ofPlace(0, -1)).toEqual([['Plan', 'RA', '']]);
    expect(ofPlace(-1, 0)).toEqual([['Mayor'], ['RA'], [''], ['']]);
  });

  it('takes a range, with the names where heads are in it', () => {
    expect(copyRange(matrix, first)).toEqual([
      ['RA', ''],
      ['', 'I'],
    ]);
    expect(copyRange(matrix, rangeBetween(place(-1, -1), place(0, 1)))).toEqual([
      ['', 'Mayor', ''],
      ['Plan', 'RA', ''],
    ]);
  });

  it('clears the letters of what is cut, and no name', () => {
    const cleared = { 'c:row1:column1': null, 'c:row2:column2': null };
    expect(clearRange(matrix, all)).toEqual(cleared);
    expect(clearRange(matrix, rangeBetween(place(0, -1), place(2, -1)))).toEqual(cleared);
  });

  it('gives back what was copied, at another place', () => {
    const block = parseTable(formatBlock(copyRange(matrix, rangeBetween(place(1, 1), place(1, 1)))));
    const at = rangeBetween(place(0, 1), place(0, 1));
    expect(pasteOnto(matrix, at, block, newId).patch).toEqual({ 'c:row1:column2': 'I' });
  });

  it('fills a range with one cell, or with a block that fits in it several times', () => {
    const one = pasteOnto(matrix, first, [['C']], newId).patch;
    expect(Object.entries(one)).toEqual([
      ['c:row1:column1', 'C'],
      ['c:row1:column2', 'C'],
      ['c:row2:column1', 'C'],
      ['c:row2:column2', 'C'],
    ]);
    expect(pasteOnto(matrix, first, [['R', 'C']], newId).patch).toMatchObject({
      'c:row2:column1': 'R',
      'c:row2:column2': 'C',
    });
  });

  it('goes once to the upper left corner of a range that it does not fill', () => {
    const { patch } = pasteOnto(matrix, all, [['R'], ['C']], newId);
    expect(patch).toEqual({ 'c:row1:column1': 'R', 'c:row2:column1': 'C' });
  });

  it('repeats a copied row over selected rows, with its name', () => {
    const rows = rangeBetween(place(1, -1), place(2, -1));
    expect(pasteOnto(matrix, rows, [['Plan', 'A', 'R']], newId).patch).toEqual({
      'r:row2:name': 'Plan',
      'c:row2:column1': 'A',
      'c:row2:column2': 'R',
      'r:row3:name': 'Plan',
      'c:row3:column1': 'A',
      'c:row3:column2': 'R',
    });
  });
});
