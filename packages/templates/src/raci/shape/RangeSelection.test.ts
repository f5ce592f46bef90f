import { expect, test } from 'vitest';
import { parseMatrix } from '../matrix.ts';
import { moveRow, removeRow, startMatrix } from '../matrixEdits.ts';
import { RangeSelection } from './RangeSelection.ts';

const meta = startMatrix(4, [null, null, null]);
const matrix = parseMatrix(meta, 'raci');
const place = (row: number, column: number) => ({ row, column });

test('a selection reaches from where it began to where the focus went, and one place alone is none', () => {
  const selection = new RangeSelection();
  expect(selection.rangeIn(matrix)).toBeNull();
  selection.startAt(matrix, place(2, 1));
  expect(selection.rangeIn(matrix)).toBeNull();
  selection.extendTo(matrix, place(0, 2));
  expect(selection.rangeIn(matrix)).toEqual({ top: 0, left: 1, bottom: 2, right: 2 });
  expect(selection.endsAt(matrix, place(0, 2))).toBe(true);
  selection.extendTo(matrix, place(2, 1));
  expect(selection.rangeIn(matrix)).toBeNull();
  selection.extendTo(matrix, place(3, -1));
  expect(selection.rangeIn(matrix)).toEqual({ top: 2, left: -1, bottom: 3, right: 1 });
  selection.clear();
  expect(selection.rangeIn(matrix)).toBeNull();
});

test('a selection goes along with rows that others move, and ends with a row that they remove', () => {
  const selection = new RangeSelection();
  selection.startAt(matrix, place(1, 0));
  selection.extendTo(matrix, place(2, 1));
  const moved = parseMatrix({ ...meta, ...moveRow(matrix, 'row1', 3) }, 'raci');
  expect(selection.rangeIn(moved)).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
  expect(selection.rangeIn(parseMatrix({ ...meta, ...removeRow('row2') }, 'raci'))).toBeNull();
});
