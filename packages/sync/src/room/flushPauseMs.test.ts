import { expect, test } from 'vitest';
import { flushPauseMs } from './flushPauseMs.ts';

test.each([
  [0, 12],
  [24, 12],
  [100, 16],
  [300, 24],
  [1_000, 52],
])('edits gather a little longer the more there are to read them: %i', (readers, pauseMs) => {
  expect(flushPauseMs(12, readers)).toBe(pauseMs);
});
