/**
 * A link's end as people say it, by its last day: from the midnight after it, where this browser is, nobody joins any more.
 * Days are `YYYY-MM-DD`, as a date field has them.
 */

/** The moment (ms) at which a link ends that is good until a day; null for text that is no day. */
export function endOfDay(day: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return null;
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}

/** The last whole day, or part of one, before a moment (ms). */
export function lastDayBefore(endMs: number): string {
  const last = new Date(endMs - 1);
  const parts = [last.getFullYear(), last.getMonth() + 1, last.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The same day in words. */
export function lastDayInWords(endMs: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(endMs - 1);
}
