import { describe, expect, it } from 'vitest';
import { findMost } from './findMost.ts';

async function search(capacity: number, range = { first: 50, most: 1_600, refinements: 3 }) {
  const tried: number[] = [];
  const most = await findMost(range, async (count) => {
    tried.push(count);
    return count <= capacity;
  });
  return { most, tried };
}

describe('findMost', () => {
  it('doubles until it does not fit, then halves the gap', async () => {
    const { most, tried } = await search(140);
    expect(tried).toEqual([50, 100, 200, 150, 125, 138]);
    expect(most).toBe(138);
  });

  it('stops at the most it may try', async () => {
    expect(await search(9_999)).toEqual({ most: 1_600, tried: [50, 100, 200, 400, 800, 1_600] });
  });

  it('looks below the first try as well', async () => {
    expect((await search(30)).most).toBe(25);
    expect((await search(0)).most).toBe(0);
  });
});
