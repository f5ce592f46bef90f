import { createdOf } from '@common-ground/board';
import { missedDate, type OpenDate } from '@common-ground/workshop';

/**
 * Until when a note's step was open (server time, ms), when the note came after that; null for one that came in time. A note that
 * was written unseen has the time of the reveal, which says nothing about its author.
 */
export function missedDateOf(
  meta: Readonly<Record<string, unknown>>,
  dates: readonly OpenDate[],
): number | null {
  const { at } = createdOf(meta);
  return at === null || typeof meta['stepKey'] === 'string' ? null : missedDate(dates, at);
}
