import { describe, expect, it } from 'vitest';
import { notesAcross, splitWidth, widthForNotes } from './grid.ts';

describe('the grid', () => {
  it('makes a section as wide as its notes', () => {
    expect([1, 2, 5].map((count) => notesAcross(widthForNotes(count)))).toEqual([1, 2, 5]);
    expect(notesAcross(widthForNotes(5) - 8)).toBe(4);
  });

  it('splits a width to the pixel, by weight', () => {
    const slots = splitWidth(1000, [1, 2, 1], 40);
    expect(slots.map(({ x, w }) => x + w).at(-1)).toBe(1000);
    expect(slots[1]?.w).toBeGreaterThan(slots[0]?.w ?? 0);
    expect(slots[1]?.x).toBe((slots[0]?.w ?? 0) + 40);
  });
});
