import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { lettersOf, maxMatrixNameLength, parseMatrix } from './matrix.ts';

const harbour = 'harbour' as PartnerId;
const city = 'city' as PartnerId;

describe('a matrix read from meta', () => {
  it('has its rows and columns in the order of their keys, with names and letters', () => {
    const matrix = parseMatrix(
      {
        'r:b': 'a1',
        'r:a': 'a0',
        'r:a:name': 'Write the budget',
        'k:x': 'a0',
        'k:x:name': 'Director',
        'k:x:partner': 'harbour',
        'c:a:x': 'IRA',
      },
      'raci',
    );
    expect(matrix.rows).toEqual([
      { id: 'a', order: 'a0', name: 'Write the budget' },
      { id: 'b', order: 'a1', name: '' },
    ]);
    expect(matrix.columns).toEqual([{ id: 'x', order: 'a0', name: 'Director', partnerId: harbour }]);
    expect(lettersOf(matrix, 'a', 'x')).toEqual(['R', 'A', 'I']);
    expect(lettersOf(matrix, 'b', 'x')).toEqual([]);
    expect(matrix.faults).toEqual([]);
  });

  it('leaves out what it cannot read, says so, and keeps the rest', () => {
    const matrix = parseMatrix(
      {
        'r:a': 'a0',
        'r:b': 7,
        'r:c': 'not an index',
        'r:d': '',
        'r:a:name': 'x'.repeat(maxMatrixNameLength + 1),
        'r:a:colour': 'red',
        'r:__proto__:x:y': 'a0',
        'k:x': 'a0',
        'k:x:partner': 'two words',
        'c:a': 'R',
        'c:a:x': 'RXS',
      },
      'raci',
    );
    expect(matrix.rows.map(({ id }) => id)).toEqual(['a']);
    expect(matrix.columns.map(({ id, partnerId }) => [id, partnerId])).toEqual([['x', null]]);
    expect(lettersOf(matrix, 'a', 'x')).toEqual(['R']);
    expect(matrix.faults).toEqual([
      { key: 'r:b', code: 'bad-value' },
      { key: 'r:c', code: 'bad-value' },
      { key: 'r:d', code: 'bad-value' },
      { key: 'r:a:name', code: 'bad-value' },
      { key: 'r:a:colour', code: 'unknown-key' },
      { key: 'r:__proto__:x:y', code: 'unknown-key' },
      { key: 'k:x:partner', code: 'bad-value' },
      { key: 'c:a', code: 'unknown-key' },
      { key: 'c:a:x', code: 'unknown-letter' },
    ]);
  });

  it('passes over what others keep in the same meta', () => {
    expect(parseMatrix({ author: 'alice', section: 'matrix', time: 3 }, 'raci').faults).toEqual([]);
  });

  it('does not show what was removed', () => {
    const matrix = parseMatrix({ 'r:a': null, 'r:a:name': 'Gone', 'c:a:x': null }, 'raci');
    expect(matrix).toMatchObject({ rows: [], columns: [], faults: [] });
  });

  it('sorts equal places the same on every screen, whatever order the keys came in', () => {
    const one = parseMatrix({ 'r:b': 'a0', 'r:a': 'a0' }, 'raci');
    const other = parseMatrix({ 'r:a': 'a0', 'r:b': 'a0' }, 'raci');
    expect(one.rows).toEqual(other.rows);
  });

  it('keeps the columns of a partner together, partners by their first column', () => {
    const matrix = parseMatrix(
      {
        'k:a': 'a0',
        'k:a:partner': 'harbour',
        'k:b': 'a1',
        'k:b:partner': 'city',
        'k:c': 'a2',
        'k:c:partner': 'harbour',
      },
      'raci',
    );
    expect(matrix.columns.map(({ id, partnerId }) => [id, partnerId])).toEqual([
      ['a', harbour],
      ['c', harbour],
      ['b', city],
    ]);
  });

  it('reads the letters of its variant only', () => {
    expect(lettersOf(parseMatrix({ 'c:a:x': 'SR' }, 'rasci'), 'a', 'x')).toEqual(['R', 'S']);
    expect(lettersOf(parseMatrix({ 'c:a:x': 'DA' }, 'daci'), 'a', 'x')).toEqual(['D', 'A']);
  });
});
