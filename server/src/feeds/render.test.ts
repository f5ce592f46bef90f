import type { Happening } from '@common-ground/protocol';
import { expect, it } from 'vitest';
import { renderAtom, words } from './renderAtom.ts';
import { renderCalendar } from './renderCalendar.ts';

const boardUrl = 'https://board.example.org/b/abc';

it('makes an Atom feed in which content is text and not markup', () => {
  const feed = renderAtom({
    boardId: 'abc',
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

const escaped = (text: string) => text.replace(/[\\;,]/g, String.raw`\$&`);

const gone: Happening = { kind: 'decision-made', text: 'Go on' };

const feedAt = (host: string) =>
  renderAtom({
    boardId: 'abc',
    title: 'Roads',
    boardUrl: `https://${host}/b/abc`,
    feedUrl: `https://${host}/feed`,
    items: [
      { id: 'x', at: 5, happening: gone },
      { id: 'y', at: 4, happening: gone },
    ],
  });

const idsOf = (feed: string) => [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);

it('makes a feed that readers take: one author, and ids that stay the same wherever it is read', () => {
  const ids = idsOf(feedAt('one.example.org'));
  expect(idsOf(feedAt('two.example.org'))).toEqual(ids);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(feedAt('one.example.org')).toMatch(/<author>\s*<name>Common Ground<\/name>/);
});

it('leaves out what would make the whole feed unreadable', () => {
  const text = 'a\u0001b\u000B\uFFFF\uD800c 🌊';
  const at = 5;
  const feed = renderAtom({
    boardId: 'abc',
    title: text,
    boardUrl,
    feedUrl: boardUrl,
    items: [{ id: 'x', at, happening: { kind: 'decision-made', text } }],
  });
  expect(feed).toContain('<title>ab\uFFFDc 🌊</title>');
  expect(feed).toContain('<![CDATA[ab\uFFFDc 🌊]]>');
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

it('makes a calendar whose lines are folded between characters, and whose texts come back as they were', () => {
  const what = `Prüfe Straßen, Brücken; 道路${'🌊'.repeat(60)} \\ und mehr`;
  const title = 'Roads, bridges; and water';
  const calendar = renderCalendar({
    boardId: 'abc',
    title,
    boardUrl,
    dueDays: [{ id: 'a', day: '2027-03-01', what, owner: null }],
  });
  const lines = calendar.split('\r\n');
  expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = calendar.replaceAll('\r\n ', '').split('\r\n');
  expect(whole).toContain(`SUMMARY:Due: ${escaped(what)}`);
  expect(whole).toContain(`X-WR-CALNAME:${escaped(title)}`);
  expect(whole.find((line) => line.startsWith('DTSTAMP:'))).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/);
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
