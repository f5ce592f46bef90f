import { createdOf } from '@common-ground/board';
import { missedDate, type OpenDate } from '@common-ground/workshop';

/**
 * Until when a note's step was open (server time, ms), when the note came after that; null for one that came in time. A note that
 * was written unseen has the time of the reveal, which says nothing about its author; where its author is shown, it says itself
 * what it missed.
 */
export function missedDateOf(
  meta: Readonly<Record<string, unknown>>,
  dates: readonly OpenDate[],
): number | null {
  if (isRevealed(meta)) return typeof meta['missedDate'] === 'number' ? meta['missedDate'] : null;
  const { at } = createdOf(meta);
  return at === null ? null : missedDate(dates, at);
}

/** Whether a note was written unseen: its time is then that of the reveal, whenever it was written. */
export function isRevealed(meta: Readonly<Record<string, unknown>>): boolean {
  return typeof meta['stepKey'] === 'string';
}
