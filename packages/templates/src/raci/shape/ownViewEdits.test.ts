import { expect, test } from 'vitest';
import { withoutCells } from './ownViewEdits.ts';

test('cells of an edit go to the own view row by row, names and places to the group’s matrix', () => {
  const taken: unknown[] = [];
  const rest = withoutCells(
    { 'r:new': 'a1', 'r:new:name': 'Plan', 'c:row1:a': 'AR', 'c:row1:b': null, 'c:new:a': 'C' },
    (edit) => taken.push(edit),
  );
  expect(rest).toEqual({ 'r:new': 'a1', 'r:new:name': 'Plan' });
  expect(taken).toEqual([
    { rowId: 'row1', letters: { a: 'AR', b: '' } },
    { rowId: 'new', letters: { a: 'C' } },
  ]);
});
