import { expect, it } from 'vitest';
import { renderAtom, words } from './renderAtom.ts';
import { renderCalendar } from './renderCalendar.ts';

const boardUrl = 'https://board.example.org/b/abc';

it('makes an Atom feed in which content is text and not markup', () => {
  const feed = renderAtom({
    title: 'Roads & bridges <2027>',
    boardUrl,
    feedUrl: `${boardUrl}/feed`,
    items: [
      {
        id: 'x',
        at: Date.UTC(2027, 0, 2),
        happening: { kind: 'decision-made', text: ']]> <script>1</script>' },
      },
    ],
  });
  expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  expect(feed).toContain('2027-01-02T00:00:00.000Z');
  expect(feed).toContain('<![CDATA[]]&#62; &#60;script&#62;1&#60;/script&#62;]]>');
  expect(feed).not.toContain('<script>');
});

it('quotes notes with their section, and counts the rest', () => {
  const notes = [
    { text: 'One', section: 'Start' },
    { text: 'Two', section: null },
  ];
  expect(words({ kind: 'notes-added', count: 5, notes })).toEqual({
    title: '5 notes were added',
    content: '– Start: One\n– Two\nand 3 more',
  });
});

it('makes a calendar of whole days', () => {
  const calendar = renderCalendar({
    boardId: 'abc',
    title: 'Roads',
    boardUrl,
    dueDays: [
      { id: 'a', day: '2027-03-01', what: 'Book a room; really\nsoon', owner: 'Alice' },
      { id: 'follow-up', day: '2027-06-01', what: null, owner: null },
    ],
  });
  expect(calendar).toContain('BEGIN:VCALENDAR\r\nVERSION:2.0');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270301');
  expect(calendar).toContain('SUMMARY:Due: Book a room\\; really\\nsoon');
  expect(calendar).toContain('UID:a@abc');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270601');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});
