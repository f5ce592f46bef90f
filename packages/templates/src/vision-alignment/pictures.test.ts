import { expect, test } from 'vitest';
import { partnersNamed, roundOf, TestBoard } from '../testing/TestBoard.ts';
import { visionAlignment } from './index.ts';

const partners = partnersNamed('Harbour', 'City');

test('there is no heat map before anybody has rated', () => {
  const board = new TestBoard(visionAlignment, partners);
  board.note('vision', 'A green harbour');
  expect(visionAlignment.pictures(board.state())).toEqual([]);
});

test('the heat map has partners across, a figure in each cell, and how far it moved since the first check', () => {
  const board = new TestBoard(visionAlignment, partners);
  const vision = board.note('vision', 'A green harbour');
  const check = (stepKey: string, closedAt: number, harbour: number, city: number) =>
    roundOf(stepKey, [{ itemId: vision, question: 'clear', means: { harbour, city } }], 1, closedAt);
  board.publish({ rounds: [check('check', 1, 5, 2), check('recheck', 2, 5, 4)] });
  expect(visionAlignment.pictures(board.state())).toMatchObject([
    {
      kind: 'heat-map',
      columns: [{ label: 'Harbour' }, { label: 'City' }],
      things: [
        {
          shapeId: vision,
          badge: { tone: 'good', label: 'aligned, was contested' },
          rows: [
            {
              label: 'Clear to us',
              cells: [5, 4],
              facts: ['Mean 4.5 · spread 0.5 · gap 1', '+1 since the first check'],
            },
          ],
        },
      ],
      tables: [{ key: 'alignment' }, { key: 'movement' }],
    },
  ]);
});
