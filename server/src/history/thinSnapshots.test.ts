import type { SnapshotId, SnapshotReason } from '@common-ground/protocol';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thinSnapshots, type KeepPolicy, type Thinnable } from './thinSnapshots.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const now = 100 * dayMs;
const policy: KeepPolicy = [
  { olderThanMs: dayMs, oneEveryMs: hourMs },
  { olderThanMs: 7 * dayMs, oneEveryMs: dayMs },
  { olderThanMs: 30 * dayMs, oneEveryMs: null },
];

let made = 0;
function aged(ageMs: number, reason: SnapshotReason = 'interval', name: string | null = null): Thinnable {
  made += 1;
  return { id: `s${made}` as SnapshotId, at: now - ageMs, reason, name };
}

describe('thinSnapshots', () => {
  test('keeps everything that is young, and every one with a name', () => {
    const young = Array.from({ length: 50 }, (_, index) => aged(index * minuteMs));
    const named = [aged(400 * dayMs, 'named', 'The day we began'), aged(400 * dayMs, 'step', 'Vote')];
    expect(thinSnapshots([...young, ...named], policy, now)).toEqual([]);
  });

  test('keeps one an hour after a day, the latest of them', () => {
    const [first, last, middle] = [10, 50, 30].map((minutes) => aged(2 * dayMs - minutes * minuteMs));
    const gone = thinSnapshots(
      [first, last, middle].filter((one) => one !== undefined),
      policy,
      now,
    );
    expect(new Set(gone)).toEqual(new Set([first?.id, middle?.id]));
  });

  test('keeps what was made because something happened rather than because time went by', () => {
    const [before, step, after] = [
      aged(2 * dayMs - minuteMs),
      aged(2 * dayMs - 2 * minuteMs, 'step'),
      aged(2 * dayMs - 3 * minuteMs),
    ];
    expect(thinSnapshots([before, step, after], policy, now).toSorted()).toEqual(
      [before.id, after.id].toSorted(),
    );
  });

  test('lets go of the oldest', () => {
    const old = aged(31 * dayMs, 'deletion');
    expect(thinSnapshots([old], policy, now)).toEqual([old.id]);
  });

  const ages = fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 60 });

  test('deciding twice is deciding once', () => {
    fc.assert(
      fc.property(ages, (minutes) => {
        const all = minutes.map((age) => aged(age * minuteMs));
        const gone = new Set(thinSnapshots(all, policy, now));
        expect(
          thinSnapshots(
            all.filter(({ id }) => !gone.has(id)),
            policy,
            now,
          ),
        ).toEqual([]);
      }),
    );
  });

  test('leaves one of every stretch that had one', () => {
    fc.assert(
      fc.property(ages, (minutes) => {
        const all = minutes.map((age) => aged(age * minuteMs));
        const gone = new Set(thinSnapshots(all, policy, now));
        const daysOf = (list: readonly Thinnable[]) =>
          new Set(list.filter(({ at }) => now - at < 30 * dayMs).map(({ at }) => Math.floor(at / dayMs)));
        expect(daysOf(all.filter(({ id }) => !gone.has(id)))).toEqual(daysOf(all));
      }),
    );
  });
});
