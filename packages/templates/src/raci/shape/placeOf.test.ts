import { describe, expect, it } from 'vitest';
import { placeOf } from './placeOf.ts';

describe('the place that has the focus', () => {
  it.each([
    ['0:2', { row: 0, column: 2 }],
    ['-1:0', { row: -1, column: 0 }],
    ['12:-1', { row: 12, column: -1 }],
  ])('is read from %s', (at, expected) => {
    expect(placeOf(at)).toEqual(expected);
  });

  it.each([null, '', '1', '1:2:3', 'a:b'])('is not read from %s', (at) => {
    expect(placeOf(at)).toBeNull();
  });
});
