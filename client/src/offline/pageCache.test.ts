import { expect, test } from 'vitest';
import { isKeptForEver } from './pageCache.ts';

test.each([
  ['/assets/index-CJx9zyYF.js', true],
  [`/api/boards/b1/assets/${'0'.repeat(64)}.png`, true],
  ['/', false],
  ['/b/896y0fEh5iAaY6vp', false],
  ['/api/boards/b1/ticket', false],
  ['/api/templates', false],
  ['/sw.js', false],
])('%s is kept without asking the server again: %s', (pathname, isKept) => {
  expect(isKeptForEver({ pathname })).toBe(isKept);
});
