import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partnerId } from '../testing/TestWorkshop.ts';
import { fewestPeople, publishableGroups } from './publishableGroups.ts';

const groupsOf = (sizes: readonly number[]) =>
  sizes.map((size, index) => ({
    partnerId: partnerId(`p${index}`),
    members: Array.from({ length: size }, (_, member) => member),
  }));
const shownSizes = (sizes: readonly number[], privacy: 'anonymous' | 'by-partner' = 'anonymous') =>
  publishableGroups(groupsOf(sizes), privacy).map(({ members }) => members.length);

describe('splits of an anonymous result', () => {
  test.each([
    ['all are large enough', [3, 4, 5], [3, 4, 5]],
    ['those not shown are three together', [4, 2, 1], [4]],
    ['one small partner would be what is left over', [4, 5, 1], [5]],
    ['the only small one is left over, so that nothing can be shown', [3, 2], []],
    ['two people are left over beside large ones', [3, 3, 6, 2], [3, 6]],
    ['nobody is large enough', [1, 2, 2], []],
    ['nobody answered', [], []],
  ])('show, where %s, %j as %j', (_, sizes, shown) => {
    expect(shownSizes(sizes)).toEqual(shown);
  });

  test('never leave fewer than three people to any subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), (sizes) => {
        const shown = shownSizes(sizes);
        const hidden = sum(sizes) - sum(shown);
        expect(shown.every((size) => size >= fewestPeople)).toBe(true);
        // With nothing shown there is nothing to subtract; a whole of one or two people is suppressed by the count itself.
        expect(shown.length === 0 || hidden === 0 || hidden >= fewestPeople).toBe(true);
      }),
    );
  });
});

test('by partner every partner is shown, however few people it sent', () => {
  expect(shownSizes([1, 2, 7], 'by-partner')).toEqual([1, 2, 7]);
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
