import { describe, expect, test } from 'vitest';
import { maxShownCursors, nearestCursors, type CursorPlace } from './nearestCursors.ts';

const middle = { x: 0, y: 0 };
const now = 100_000;

function crowd(count: number, place: (at: number) => Partial<CursorPlace> = () => ({})): CursorPlace[] {
  return Array.from({ length: count }, (_, at) => ({ clientId: at, x: 0, y: 0, movedAt: now, ...place(at) }));
}

describe('nearestCursors', () => {
  test('a small group is shown whole, however far or still somebody is', () => {
    expect(
      nearestCursors(
        crowd(maxShownCursors, () => ({ x: 1e6, movedAt: 0 })),
        middle,
        now,
      ).size,
    ).toBe(30);
  });

  test('in a crowd the nearest are shown', () => {
    const shown = nearestCursors(
      crowd(100, (at) => ({ x: (99 - at) * 100 })),
      middle,
      now,
    );
    expect([...shown].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 70));
  });

  test('somebody near who has not moved for long gives way to somebody farther who moves', () => {
    const people = crowd(31, (at) => (at === 0 ? { movedAt: now - 60_000 } : { x: 500 }));
    expect(nearestCursors(people, middle, now).has(0)).toBe(false);
  });
});
