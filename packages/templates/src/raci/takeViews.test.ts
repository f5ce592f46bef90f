import type { Partner, PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { lettersOf, parseMatrix } from './matrix.ts';
import { setLetters, startMatrix } from './matrixEdits.ts';
import { ownView, takeViews } from './takeViews.ts';

const harbour: Partner = { id: 'harbour' as PartnerId, name: 'Harbour', colour: 'blue' };
const city: Partner = { id: 'city' as PartnerId, name: 'City', colour: 'orange' };
const meta = startMatrix(2, [harbour.id, city.id]);
const draft = (partner: Partner, part: string, values: Record<string, string>) => {
  return { shapeId: 'shape:m', partnerId: partner.id, part, values };
};

describe('views at their reveal', () => {
  it('are laid into the matrix, which takes what all agree on and nothing else', () => {
    const patch = takeViews(
      { ...meta, ...setLetters('row2', 'column1', ['C']) },
      'raci',
      [
        draft(harbour, 'row1', { column1: 'A', column2: 'R' }),
        draft(city, 'row1', { column1: 'A', column2: 'C' }),
        draft(harbour, 'row2', { column1: 'I' }),
        draft(city, 'row2', { column1: 'I' }),
      ],
      [harbour, city],
    );
    const matrix = parseMatrix({ ...meta, ...setLetters('row2', 'column1', ['C']), ...patch }, 'raci');
    expect(lettersOf(matrix, 'row1', 'column1')).toEqual(['A']);
    expect(lettersOf(matrix, 'row1', 'column2')).toEqual([]);
    // What the group had put there before stands.
    expect(lettersOf(matrix, 'row2', 'column1')).toEqual(['C']);
    expect(matrix.views.get(city.id)?.get('c:row1:column2')).toEqual(['C']);
    expect(matrix.faults).toEqual([]);
  });

  it('are passed over as far as they say something that is no letter or no cell', () => {
    const odd = draft(harbour, 'row1', { column1: 'hello', 'no cell': 'A', column2: 'A' });
    const patch = takeViews(meta, 'raci', [odd], [harbour, city]);
    const { views } = parseMatrix({ ...meta, ...patch }, 'raci');
    expect([...(views.get(harbour.id) ?? [])]).toEqual([['c:row1:column2', ['A']]]);
  });
});

it('a view that is being written shows its own letters in the group’s rows and columns', () => {
  const shared = parseMatrix({ ...meta, ...setLetters('row1', 'column1', ['R']) }, 'raci');
  const own = ownView(shared, new Map([['row2', { column2: 'AC' }]]), city.id);
  expect(lettersOf(own, 'row1', 'column1')).toEqual([]);
  expect(lettersOf(own, 'row2', 'column2')).toEqual(['A', 'C']);
  expect(own.rows).toBe(shared.rows);
});
