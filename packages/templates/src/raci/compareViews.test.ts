import type { PartnerId } from '@common-ground/protocol';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareViews, fillAgreed } from './compareViews.ts';
import { lettersOf, parseMatrix } from './matrix.ts';
import { setLetters, setView, settleCell, startMatrix } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import type { MatrixLetter } from './variants.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;
const port = 'port' as PartnerId;
const order = [harbour, city, port];

/** Two rows, two columns; a view is what a partner says of the cells 1:1, 1:2, 2:1, 2:2. */
function matrixWith(views: Readonly<Record<string, readonly string[]>>, ...more: readonly MetaPatch[]) {
  const patches = Object.entries(views).flatMap(([partnerId, cells]) =>
    cells.map((letters, index) =>
      setView(
        partnerId as PartnerId,
        `row${1 + Math.floor(index / 2)}`,
        `column${1 + (index % 2)}`,
        Array.from(letters) as MatrixLetter[],
      ),
    ),
  );
  const meta = Object.assign({}, startMatrix(2, [harbour, city]), ...patches, ...more) as MetaPatch;
  return parseMatrix(meta, 'raci');
}

describe('views laid over each other', () => {
  it('agree where all say the same, and count of what anybody filled in', () => {
    const matrix = matrixWith({ harbour: ['A', 'R', '', ''], city: ['A', 'C', 'I', ''] });
    const { agreed, agreementPercent, differing, partnerIds } = compareViews(matrix, order);
    expect(partnerIds).toEqual([harbour, city]);
    expect(agreed.map(({ column, row }) => `${row.id} ${column.id}`)).toEqual(['row1 column1']);
    expect(differing.map(({ column, row }) => `${row.id} ${column.id}`)).toEqual([
      'row1 column2',
      'row2 column1',
    ]);
    // One of three: the cell that nobody filled in does not count.
    expect(agreementPercent).toBe(33);
  });

  it('stand furthest apart first, and equally far ones as the matrix has them', () => {
    const matrix = matrixWith({ harbour: ['AR', 'A', 'R', 'A'], city: ['A', 'C', 'R', 'I'] });
    const { differing } = compareViews(matrix, order);
    expect(differing.map(({ column, distance, row }) => [row.id, column.id, distance])).toEqual([
      ['row1', 'column2', 1],
      ['row2', 'column2', 1],
      ['row1', 'column1', 0.5],
    ]);
  });

  it('of three partners are as far apart as their pairs on average', () => {
    const matrix = matrixWith({ harbour: ['A'], city: ['A'], port: ['R'] });
    const [cell] = compareViews(matrix, order).differing;
    expect(cell?.distance).toBeCloseTo(2 / 3);
    expect(cell?.views.map(({ letters }) => letters.join(''))).toEqual(['A', 'A', 'R']);
  });

  it('are not compared while there is one alone', () => {
    expect(compareViews(matrixWith({ harbour: ['A'] }), order)).toEqual({
      partnerIds: [harbour],
      agreed: [],
      differing: [],
      agreementPercent: null,
    });
  });

  it('fill in what all agree on, and leave what is there', () => {
    const views = { harbour: ['A', 'R'], city: ['A', 'R'] };
    const matrix = matrixWith(views, setLetters('row1', 'column2', ['C']));
    expect(fillAgreed(matrix, compareViews(matrix, order))).toEqual(setLetters('row1', 'column1', ['A']));
  });

  it('are settled cell by cell, also on nothing', () => {
    const views = { harbour: ['A', 'R'], city: ['R', 'C'] };
    const matrix = matrixWith(
      views,
      settleCell('row1', 'column1', ['A', 'R']),
      settleCell('row1', 'column2', []),
    );
    const settled = compareViews(matrix, order).differing.map((cell) => cell.settled);
    expect(settled).toEqual([['R', 'A'], []]);
    expect(lettersOf(matrix, 'row1', 'column1')).toEqual(['R', 'A']);
  });

  it('are the same whoever comes first, and in full agreement with themselves', () => {
    const cells = fc.array(fc.constantFrom('', 'R', 'A', 'AR', 'C', 'I'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        const there = compareViews(matrixWith({ harbour: one, city: other }), order);
        const back = compareViews(matrixWith({ harbour: other, city: one }), order);
        expect(back.agreementPercent).toBe(there.agreementPercent);
        expect(back.differing.map(({ distance }) => distance)).toEqual(
          there.differing.map(({ distance }) => distance),
        );
        const same = compareViews(matrixWith({ harbour: one, city: one }), order);
        expect(same.agreementPercent).toBe(one.every((letters) => letters === '') ? null : 100);
      }),
    );
  });
});
