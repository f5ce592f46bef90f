import { expect, test } from 'vitest';
import { actionOf } from '../testing/TestBoard.ts';
import { actionsShown } from './actionsShown.ts';

const list = [actionOf('came along'), actionOf('first', { run: 1 }), actionOf('second', { run: 2 })];

const shown = (of?: 'all' | 'last-time' | 'this-time') =>
  actionsShown({ list, run: 2 }, of)?.map(({ actionId }) => actionId);

test('cards of last time and of this one share out the actions, and others show all', () => {
  expect(shown('last-time')).toEqual(['came along', 'first']);
  expect(shown('this-time')).toEqual(['second']);
  expect(shown('all')).toEqual(shown());
  expect(shown()).toEqual(['came along', 'first', 'second']);
  expect(actionsShown(null, 'this-time')).toBeNull();
});
