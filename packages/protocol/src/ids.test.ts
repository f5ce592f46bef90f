import { expect, test } from 'vitest';
import { parseAssetId, parseBoardId } from './ids.ts';

test.each([
  ['896y0fEh5iAaY6vp', true],
  ['a', true],
  ['A-_9'.repeat(16), true],
  ['A-_9'.repeat(16) + 'x', false],
  ['', false],
  ['../etc', false],
  ['a/b', false],
  ['a b', false],
  ['ä', false],
  ['a\n', false],
  [7, false],
  [null, false],
])('board id %j: %s', (value, isOne) => {
  expect(parseBoardId(value) !== null).toBe(isOne);
});

test.each([
  [`${'0a'.repeat(32)}.png`, true],
  [`${'0a'.repeat(32)}.avif`, true],
  [`${'0A'.repeat(32)}.png`, false],
  [`${'0a'.repeat(31)}.png`, false],
  [`${'0a'.repeat(32)}.svg`, false],
  [`${'0a'.repeat(32)}.png/..`, false],
])('asset id %j: %s', (value, isOne) => {
  expect(parseAssetId(value) !== null).toBe(isOne);
});
