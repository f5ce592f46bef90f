import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeededChance } from '../testing/SeededChance.ts';

import { type Chance, shuffled } from './Chance.ts';

test('a shuffle keeps every value and changes nothing in place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
      const before = [...values];
      const sorted = shuffled(values, new SeededChance(seed)).toSorted(byValue);
      expect(sorted).toEqual(before.toSorted(byValue));
      expect(values).toEqual(before);
    }),
  );
});

test('every order comes about equally often', () => {
  const counts = new Map<string, number>();
  const chance: Chance = { newId: () => '', below: drawFrom(new SeededChance(7)) };
  for (let round = 0; round < 6_000; round += 1) {
    const order = shuffled(['a', 'b', 'c'], chance).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

/** High bits only: the low ones of a linear congruential generator repeat too soon for this. */
function drawFrom(chance: SeededChance): (limit: number) => number {
  return (limit) => Math.floor((chance.below(2 ** 32) / 2 ** 32) * limit);
}

function byValue(one: number, other: number): number {
  return one - other;
}
