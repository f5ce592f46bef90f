import { describe, expect, it } from 'vitest';
import { firstOrderKeys, isOrderKey, orderKeyBetween } from './orderKeys.ts';

describe('fractional indexes', () => {
  it('come in order, with room between any two', () => {
    const keys = firstOrderKeys(40);
    expect(keys.toSorted()).toEqual(keys);
    const [first = '', second = ''] = keys;
    const between = orderKeyBetween(first, second) ?? '';
    expect([second, between, first].toSorted()).toEqual([first, between, second]);
    expect(keys.every(isOrderKey)).toBe(true);
  });

  it('have no room between equal ones', () => {
    expect(orderKeyBetween('a0', 'a0')).toBeNull();
  });

  it('are refused when nothing can be put behind them', () => {
    expect(['', 'a', 'zz', 'a 0', '😀', 'a0'.repeat(200)].filter(isOrderKey)).toEqual([]);
  });
});
