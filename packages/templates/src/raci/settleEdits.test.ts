import type { PartnerId } from '@common-ground/protocol';
import { expect, test } from 'vitest';
import { partnersNamed } from '../testing/TestBoard.ts';
import { parseMatrix } from './matrix.ts';
import { setLetters, setView, startMatrix, unsettleCell } from './matrixEdits.ts';
import { withSettlements } from './settleEdits.ts';

const [north, south] = partnersNamed('North', 'South').map(({ id }) => id) as [PartnerId, PartnerId];
const start = startMatrix(2, [north, south]);
const compared = parseMatrix(
  {
    ...start,
    ...setView(north, 'row1', 'column1', ['A']),
    ...setView(south, 'row1', 'column1', ['R']),
    ...setView(north, 'row2', 'column1', ['C']),
    ...setView(south, 'row2', 'column1', ['C']),
  },
  'raci',
);

test('what is entered where views differ settles them, also several cells at once, and nothing else does', () => {
  const patch = { ...setLetters('row1', 'column1', ['R']), ...setLetters('row2', 'column1', []) };
  expect(withSettlements(compared, patch, [north, south])).toEqual({ ...patch, 's:row1:column1': 'R' });
  const cleared = setLetters('row1', 'column1', []);
  expect(withSettlements(compared, cleared, [north, south])).toEqual({ ...cleared, 's:row1:column1': '' });
});

test('a cell that is opened again stays open, and without views nothing is settled', () => {
  const opened = unsettleCell('row1', 'column1');
  expect(withSettlements(compared, opened, [north, south])).toEqual(opened);
  const patch = setLetters('row1', 'column1', ['R']);
  expect(withSettlements(parseMatrix(start, 'raci'), patch, [north, south])).toBe(patch);
});
