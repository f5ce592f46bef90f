import type { KeepPolicy, KeepRule } from './thinSnapshots.ts';

/**
 * Everything of the last two days; then one an hour up to two weeks, one a day up to three months, and one a week for ever. Of two
 * hours of work that is first everything, and in the end one moment, besides those with a name.
 */
export const defaultKeep = '2d:1h 14d:1d 90d:7d';

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Reads `<age>:<stretch>` pairs such as `2d:1h 365d:none` (m minutes, h hours, d days): from that age on, one automatic moment in
 * each stretch is kept, or none. Null when it is no such list.
 */
export function parseKeepPolicy(text: string): KeepPolicy | null {
  const rules = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(parseRule);
  return rules.every((rule) => rule !== null) ? rules : null;
}

function parseRule(text: string): KeepRule | null {
  const [age, stretch, ...rest] = text.split(':');
  const olderThanMs = parseDuration(age);
  if (olderThanMs === null || rest.length > 0) return null;
  if (stretch === 'none') return { olderThanMs, oneEveryMs: null };
  const oneEveryMs = parseDuration(stretch);
  return oneEveryMs === null ? null : { olderThanMs, oneEveryMs };
}

function parseDuration(text: string | undefined): number | null {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text ?? '') ?? [];
  if (count === undefined || unit === undefined || Number(count) === 0) return null;
  return Number(count) * unitMs[unit as keyof typeof unitMs];
}
