import type { DueDay } from '@common-ground/protocol';
import ical, { escape } from 'ical-generator';

/** What a calendar is made from. */
export interface CalendarInput {
  readonly boardId: string;
  readonly title: string;
  readonly boardUrl: string;
  readonly dueDays: readonly DueDay[];
}

/** A board's due actions and its day to look again, as whole days. RFC 5545. */
export function renderCalendar({ boardId, boardUrl, dueDays, title }: CalendarInput): string {
  const calendar = ical({
    // It escapes every text but this one.
    name: escape(title, false),
    prodId: { company: 'Common Ground', product: 'Board', language: 'EN' },
  });
  for (const { day, id, owner, what } of dueDays) {
    calendar.createEvent({
      id: `${id}@${boardId}`,
      // A whole day is the same day everywhere.
      start: new Date(`${day}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary: what === null ? `Look again: ${title}` : `Due: ${what}`,
      description: owner === null ? null : `Owner: ${owner}`,
      url: boardUrl,
    });
  }
  return calendar.toString();
}
