import { expect, test } from 'vitest';
import { shadePercent } from './shadePercent.ts';

test('a number is shaded by its place on the scale, never beyond its ends, and not at all without one', () => {
  const scale = { min: 1, max: 5 };
  expect([1, 3, 5, 9, -1].map((value) => shadePercent(value, scale))).toEqual([0, 30, 60, 60, 0]);
  expect(shadePercent(3, undefined)).toBeNull();
  expect(shadePercent(3, { min: 2, max: 2 })).toBeNull();
});
