const dayMs = 86_400_000;
/** Within this many days a weekday's name is enough to tell which day is meant. */
const weekdayDays = 6;

/** A day as a heading ("Today", "Yesterday", "Tuesday", "3 March", with the year when it is another). Times in ms; local days. */
export function formatDay(then: number, now: number, language: string): string {
  const days = daysBetween(then, now);
  if (days === 0 || days === 1) {
    return capitalised(
      new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day'),
      language,
    );
  }
  if (days > 1 && days <= weekdayDays) return format(then, language, { weekday: 'long' });
  const isThisYear = new Date(then).getFullYear() === new Date(now).getFullYear();
  return format(then, language, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

/** A time of day ("14:05"). */
export function formatTime(then: number, language: string): string {
  return format(then, language, { hour: '2-digit', minute: '2-digit' });
}

/** Day and time of day ("Tuesday 14:05"). */
export function formatMoment(then: number, now: number, language: string): string {
  return `${formatDay(then, now, language)} ${formatTime(then, language)}`;
}

/** Which local day a moment lies in, as a number that is the same all day. */
export function dayOf(time: number): number {
  const date = new Date(time);
  // At noon no change to or from summer time moves it into another day.
  return Math.round(new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime() / dayMs);
}

function daysBetween(then: number, now: number): number {
  return dayOf(now) - dayOf(then);
}

function format(time: number, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(time);
}

function capitalised(text: string, language: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}
