const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago something was, in words ("3 hours ago", "yesterday"), or null when it is under a minute. Times in ms. */
export function formatAgo(then: number, now: number, language: string): string | null {
  const agoMs = Math.max(0, now - then);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (agoMs < minuteMs) return null;
  if (agoMs < hourMs) return format.format(-Math.floor(agoMs / minuteMs), 'minute');
  if (agoMs < dayMs) return format.format(-Math.floor(agoMs / hourMs), 'hour');
  if (agoMs < 30 * dayMs) return format.format(-Math.floor(agoMs / dayMs), 'day');
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(then);
}
