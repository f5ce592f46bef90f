import type { TFunction } from 'i18next';

/** A workshop's duration as people plan it: minutes up to two hours, beyond that hours, to the quarter. */
export function formatMinutes(minutes: number, t: TFunction): string {
  if (minutes <= 120) return t('home.minutes', { count: minutes });
  const quarters = Math.round(minutes / 15);
  const fraction = ['', '¼', '½', '¾'][quarters % 4] ?? '';
  return t('home.hours', { hours: `${Math.floor(quarters / 4)}${fraction}` });
}
