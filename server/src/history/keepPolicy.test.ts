import { expect, test } from 'vitest';
import { defaultKeep, parseKeepPolicy } from './keepPolicy.ts';

test('reads pairs of an age and a stretch', () => {
  expect(parseKeepPolicy('90m:10m 2d:none')).toEqual([
    { olderThanMs: 5_400_000, oneEveryMs: 600_000 },
    { olderThanMs: 172_800_000, oneEveryMs: null },
  ]);
  expect(parseKeepPolicy(defaultKeep)).toHaveLength(3);
  expect(parseKeepPolicy('')).toEqual([]);
});

test.each(['2d', '2d:1h:1m', '2w:1h', '0d:1h', 'none:1h', '2d:0m', '-1d:1h'])('refuses %s', (text) => {
  expect(parseKeepPolicy(text)).toBeNull();
});
