import { expect, test } from 'vitest';
import { endOfDay, lastDayBefore, lastDayInWords } from './linkEnd.ts';

test('a link that is good until a day ends at the midnight after it', () => {
  expect(endOfDay('2026-12-31')).toBe(new Date(2027, 0, 1).getTime());
  expect(endOfDay('')).toBeNull();
  expect(endOfDay('tomorrow')).toBeNull();
});

test.each(['2026-02-28', '2026-03-29', '2026-10-25', '2028-02-29'])(
  '%s comes back as it was chosen',
  (day) => {
    expect(lastDayBefore(endOfDay(day) ?? 0)).toBe(day);
  },
);

test('an end in the middle of a day is said by that day', () => {
  const noon = new Date(2026, 11, 3, 12).getTime();
  expect(lastDayBefore(noon)).toBe('2026-12-03');
  expect(lastDayInWords(noon, 'en')).toBe('Thursday, December 3, 2026');
});
