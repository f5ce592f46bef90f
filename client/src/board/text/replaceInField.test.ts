import { editBetween } from '@common-ground/board';
import { expect, test } from 'vitest';
import { movedIndex } from './replaceInField.ts';

test.each([
  ['before a change', 1, 'abc', 'abXc', 1],
  ['at a change', 2, 'abc', 'abXc', 2],
  ['behind a change', 3, 'abc', 'abXc', 4],
  ['behind something that is gone', 3, 'abc', 'ac', 2],
  ['in something that is gone', 2, 'abcd', 'ad', 1],
])('a caret %s stays with its character', (_name, index, before, after, moved) => {
  expect(movedIndex(index, editBetween(before, after))).toBe(moved);
});
