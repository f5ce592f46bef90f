import { expect, test } from 'vitest';
import { shadeOf } from './shadeOf.ts';

test('low and high figures have different shades, the middle has neither, and what is off the scale has an end’s', () => {
  const scale = { min: 1, max: 5 };
  expect(shadeOf(1, scale)).toBe('color-mix(in srgb, #eda65f 100%, #f0ece4)');
  expect(shadeOf(3, scale)).toBe('color-mix(in srgb, #6fbcb5 0%, #f0ece4)');
  expect(shadeOf(4, scale)).toBe('color-mix(in srgb, #6fbcb5 50%, #f0ece4)');
  expect(shadeOf(9, scale)).toBe(shadeOf(5, scale));
});
