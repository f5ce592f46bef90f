import { FakeClock } from '@common-ground/testkit';
import { expect, it } from 'vitest';
import { TokenBucket } from './TokenBucket.ts';

it('gives a full bucket at once, then as much as time refills, and never more than a bucket', () => {
  const clock = new FakeClock();
  const bucket = new TokenBucket(clock, 3, 2);
  const takeAll = (): number => {
    let taken = 0;
    while (bucket.take()) taken += 1;
    return taken;
  };
  expect(takeAll()).toBe(3);
  clock.advance(1_000);
  expect(takeAll()).toBe(2);
  clock.advance(60_000);
  expect(takeAll()).toBe(3);
});
