import { describe, expect, test } from 'vitest';
import { dayOf, formatDay, formatMoment } from './formatMoment.ts';

const now = new Date(2026, 2, 12, 15, 0).getTime();
const at = (year: number, month: number, day: number, hour = 14, minute = 5) =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe('a moment in words', () => {
  test.each([
    [at(2026, 3, 12, 0, 1), 'Today'],
    [at(2026, 3, 11, 23, 59), 'Yesterday'],
    [at(2026, 3, 10), 'Tuesday'],
    [at(2026, 3, 6), 'Friday'],
    [at(2026, 3, 5), 'March 5'],
    [at(2025, 3, 12), 'March 12, 2025'],
  ])('names the day shortly but clearly', (then, words) => {
    expect(formatDay(then, now, 'en')).toBe(words);
  });

  test('gives the time of day beside it', () => {
    expect(formatMoment(at(2026, 3, 10), now, 'en-GB')).toBe('Tuesday 14:05');
  });

  test('two moments of one local day are in one day, those around midnight are not', () => {
    expect(dayOf(at(2026, 3, 29, 0, 0))).toBe(dayOf(at(2026, 3, 29, 23, 59)));
    expect(dayOf(at(2026, 3, 29, 23, 59)) + 1).toBe(dayOf(at(2026, 3, 30, 0, 0)));
  });
});
