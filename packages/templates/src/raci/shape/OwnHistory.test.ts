import { expect, test } from 'vitest';
import { parseMatrix } from '../matrix.ts';
import { setLetters, startMatrix } from '../matrixEdits.ts';
import { OwnHistory } from './OwnHistory.ts';

test('each step of an own view is taken back to what stood there before, the last one first', () => {
  const before = parseMatrix(
    { ...startMatrix(2, [null, null]), ...setLetters('row1', 'column1', ['A']) },
    'raci',
  );
  const history = new OwnHistory();
  history.note(before, [{ rowId: 'row1', letters: { column1: 'R', column2: 'C' } }]);
  history.note(before, [{ rowId: 'row2', letters: { column1: 'I' } }]);
  history.note(before, []);
  expect(history.takeBack()).toEqual([{ rowId: 'row2', letters: { column1: '' } }]);
  expect(history.takeBack()).toEqual([{ rowId: 'row1', letters: { column1: 'A', column2: '' } }]);
  expect(history.takeBack()).toEqual([]);
});

test('what was taken back is done again, until something else is filled in', () => {
  const before = parseMatrix(startMatrix(2, [null]), 'raci');
  const history = new OwnHistory();
  const first = { rowId: 'row1', letters: { column1: 'R' } };
  const second = { rowId: 'row2', letters: { column1: 'I' } };
  history.note(before, [first]);
  history.note(before, [second]);
  history.takeBack();
  history.takeBack();
  expect(history.doAgain()).toEqual([first]);
  expect(history.doAgain()).toEqual([second]);
  expect(history.doAgain()).toEqual([]);
  history.takeBack();
  history.note(before, [{ rowId: 'row2', letters: { column1: 'A' } }]);
  expect(history.doAgain()).toEqual([]);
});
