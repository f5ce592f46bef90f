import { expect, it } from 'vitest';
import { missedDateOf } from './missedDateOf.ts';

const dates = [{ stepKey: 'gather', until: 100, leftAt: null }];

it('tells of a note what it missed by its time', () => {
  expect([{ at: 100 }, { at: 101 }, {}].map((meta) => missedDateOf(meta, dates))).toEqual([null, 100, null]);
});

it('tells of a note that was written unseen only what it says itself: its time is that of the reveal', () => {
  const revealed = { stepKey: 'gather', createdAt: 500 };
  expect(missedDateOf(revealed, dates)).toBeNull();
  expect(missedDateOf({ ...revealed, missedDate: 100 }, dates)).toBe(100);
  expect(missedDateOf({ ...revealed, missedDate: 'soon' }, dates)).toBeNull();
});
