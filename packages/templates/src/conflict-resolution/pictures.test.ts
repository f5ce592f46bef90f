import { expect, test } from 'vitest';
import { partnersNamed, roundOf, TestBoard } from '../testing/TestBoard.ts';
import { conflictResolution } from './index.ts';

const partners = partnersNamed('Harbour', 'City');

test('options stand in the order of the least happy party, each with what it is for all', () => {
  const board = new TestBoard(conflictResolution, partners);
  const weigh = (text: string, harbour: number, city: number) => {
    return { itemId: board.note('options', text), question: 'support', means: { harbour, city } };
  };
  board.publish({ rounds: [roundOf('weigh', [weigh('A second road', 2, -1), weigh('A night ban', 0, 1)])] });
  expect(thingsOf(board)).toEqual([
    ['A night ban', 'workable for all', [0, 1], ['Lowest party 0 · sum 1']],
    ['A second road', 'not for all', [2, -1], ['Lowest party -1 · sum 1']],
  ]);
});

test('where no option is workable for all, the nearest ones are told', () => {
  const board = new TestBoard(conflictResolution, partners);
  const weigh = (text: string, harbour: number, city: number) => {
    return { itemId: board.note('options', text), question: 'support', means: { harbour, city } };
  };
  board.publish({ rounds: [roundOf('weigh', [weigh('A second road', 2, -1), weigh('A ferry', -2, 1)])] });
  expect(thingsOf(board).map(([text, badge]) => [text, badge])).toEqual([
    ['A second road', 'nearest to workable'],
    ['A ferry', 'not for all'],
  ]);
});

function thingsOf(board: TestBoard) {
  return conflictResolution
    .pictures(board.state())
    .flatMap((picture) => (picture.kind === 'heat-map' ? picture.things : []))
    .map(({ badge, label, rows }) => [label, badge?.label, rows[0]?.cells, rows[0]?.facts]);
}
