import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { templateById } from '../registry.ts';
import { partnersNamed, TestBoard } from '../testing/TestBoard.ts';
import { nothingPublished } from '../state/PublishedWorkshop.ts';
import { boardNotes } from './boardNotes.ts';
import { notesAsCsv, notesAsJson, notesAsMarkdown } from './renderNotes.ts';

const template = templateById('retrospective');
if (!template) throw new Error('There is no retrospective.');
const at = Date.UTC(2026, 10, 23, 8, 5);

/** A retrospective with a signed note in a cluster, an anonymous one, and one outside. */
function board(): { board: TestBoard; section: string } {
  if (!template) throw new Error('There is no retrospective.');
  const made = new TestBoard(template, partnersNamed('Harbour', 'City')).person('Anna', 'Harbour');
  const section = made.promptedSections[0]?.key ?? '';
  const holder = made.cluster(section, 'Money');
  made.note(section, 'Cheaper\nsooner', { holder, meta: { createdBy: 'anna', createdAt: at } });
  made.note(section, '=HYPERLINK("http://x")', { meta: { createdAt: at } });
  made.note(section, 'Loose, "quoted"', { holder: 'page:page', meta: { createdBy: 'anna', createdAt: at } });
  return { board: made, section };
}

const notes = () => boardNotes(board().board.state());

describe('the notes of a board', () => {
  test('stand by section, with author, partner and time; those outside come last', () => {
    const { sections, format, title, exportedAt } = notes();
    expect([format, typeof title, exportedAt]).toEqual([1, 'string', '2026-11-24T09:00:00.000Z']);
    expect(sections.map(({ notes: inside }) => inside.length)).toEqual([2, 1]);
    expect(sections[0]?.notes).toContainEqual({
      text: 'Cheaper\nsooner',
      group: 'Money',
      author: 'Anna',
      partner: 'Harbour',
      writtenAt: '2026-11-23T08:05:00.000Z',
    });
    expect(sections[1]).toMatchObject({ title: null, notes: [{ text: 'Loose, "quoted"' }] });
  });

  test('tell no time where they name no author, so that nobody is found by it', () => {
    const anonymous = notes().sections[0]?.notes.find(({ author }) => author === null);
    expect(anonymous).toMatchObject({ writtenAt: null, partner: null });
  });

  test('say which came after the date of their step, but not when those were written that came unseen', () => {
    const { board: made, section } = board();
    const late = { createdBy: 'anna', createdAt: at + 2 };
    made.note(section, 'Forgotten', { meta: late });
    made.note(section, 'Revealed', { meta: { ...late, stepKey: 'gather' } });
    const openDates = [{ stepKey: 'gather', until: at + 1, leftAt: null }];
    const run = {
      run: 1,
      title: '',
      templateId: null,
      steps: [],
      currentKey: 'gather',
      startedAt: 0,
      endedAt: null,
    };
    made.workshop = { ...nothingPublished, run: { ...run, openDates } };
    const told = boardNotes(made.state());
    const missed = told.sections.flatMap(({ notes: inside }) =>
      inside.filter(({ missedDate }) => missedDate),
    );
    expect(missed.map(({ text }) => text)).toEqual(['Forgotten']);
    expect(notesAsMarkdown(told, 'en')).toContain('added after 2026-11-23 08:05');
    expect(notesAsCsv(told, 'en')).toContain(',Written (UTC),Came after (UTC)');
  });

  test('of an empty board are none', () => {
    if (!template) throw new Error('There is no retrospective.');
    const empty = boardNotes(new TestBoard(template).state());
    expect(empty.sections).toEqual([]);
    expect(notesAsMarkdown(empty, 'en')).toContain('There are no notes on this board.');
    expect(notesAsCsv(empty, 'en')).toContain('Section,Group,Note');
  });
});

describe('as files', () => {
  test('a spreadsheet reads a row a note and runs no formula', () => {
    const csv = notesAsCsv(notes(), 'en');
    const { data } = Papa.parse<string[]>(csv.slice(1).trimEnd());
    expect(data).toHaveLength(4);
    expect(data.map((row) => row.length)).toEqual([6, 6, 6, 6]);
    expect(data.flat()).toContain('Cheaper\nsooner');
    expect(data.flat()).toContain('2026-11-23 08:05');
    expect(data.flat()).toContain('\'=HYPERLINK("http://x")');
  });

  test('Markdown shows the words as they are, and no markup of theirs', () => {
    const markdown = notesAsMarkdown(notes(), 'en');
    expect(markdown).toContain('### ');
    expect(markdown).toMatch(/- Cheaper\\\n {2}sooner\\\n {2}\(Anna · Harbour · 2026-11-23 08:05 · Money\)/u);
    expect(markdown).toContain('Outside of all sections');
  });

  test('JSON is read back as it was', () => {
    expect(JSON.parse(notesAsJson(notes()))).toEqual(notes());
  });
});
