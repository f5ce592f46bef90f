import { expect, test } from 'vitest';
import { roundOf, TestBoard } from '../testing/TestBoard.ts';
import { retrospective } from './index.ts';

test('the trend has a point for each retrospective of the series, and leaves out what may not be shown', () => {
  const board = new TestBoard(retrospective);
  board.publish({ rounds: [rated(1, 'safety', 2.5), rated(1, 'roti', 3), rated(2, 'safety', 4)] });
  expect(retrospective.pictures(board.state())).toMatchObject([
    {
      kind: 'trend',
      times: ['2026-10-01', '2026-11-01'],
      lines: [{ values: [2.5, 4] }, { values: [3, null] }],
      tables: [
        {
          key: 'trend',
          rows: [
            [1, '2026-10-01', 2.5, 3],
            [2, '2026-11-01', 4, null],
          ],
        },
      ],
    },
  ]);
});

function rated(run: number, question: string, mean: number) {
  return roundOf(question, [{ question, means: { none: mean } }], run, Date.UTC(2026, 8 + run, 1));
}
