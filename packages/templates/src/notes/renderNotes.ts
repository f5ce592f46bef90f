import { commonTexts, type CommonTextKey } from '../commonTexts.ts';
import { momentOf } from '../report/blocks.ts';
import { renderCsv } from '../report/renderCsv.ts';
import { renderMarkdown } from '../report/renderMarkdown.ts';
import { createTranslate, type Translate } from '../translate.ts';
import type { BoardNotes, ExportedNote } from './boardNotes.ts';

type Section = BoardNotes['sections'][number];
type Texts = Translate<CommonTextKey>;

/** Every note as a row, for a spreadsheet; what looks like a formula is made harmless ({@link renderCsv}). `language` is a BCP 47 tag. */
export function notesAsCsv({ sections }: BoardNotes, language: string): string {
  const t = createTranslate(commonTexts, language);
  const keys = ['section', 'group', 'note', 'author', 'partner', 'written'] as const;
  // Most boards have no such note, and need no column for it.
  const hasLate = sections.some(({ notes }) => notes.some(({ missedDate }) => missedDate !== undefined));
  const columns = [...keys, ...(hasLate ? (['missed'] as const) : [])].map((key) => t(`notes.${key}`));
  const rows = sections.flatMap((section) =>
    section.notes.map((note) => {
      const { author, group, partner, text } = note;
      const place = section.title === null ? null : titleOf(section, t);
      const row = [place, group, text, author, partner, minuteOf(note.writtenAt)];
      return hasLate ? [...row, minuteOf(note.missedDate ?? null)] : row;
    }),
  );
  return renderCsv({ columns, rows });
}

/** The notes as a document: a heading a section, a list item a note with who wrote it and when. */
export function notesAsMarkdown({ title, exportedAt, sections }: BoardNotes, language: string): string {
  const t = createTranslate(commonTexts, language);
  const blocks = sections.flatMap((section) => [
    { kind: 'heading', text: titleOf(section, t) } as const,
    { kind: 'list', items: section.notes.map((note) => itemOf(note, t)) } as const,
  ]);
  const nothing = { kind: 'text', text: t('notes.none') } as const;
  return renderMarkdown({
    format: 1,
    title,
    madeAt: momentOf(Date.parse(exportedAt)),
    parts: [{ templateId: null, title: t('notes.title'), blocks: blocks.length === 0 ? [nothing] : blocks }],
  });
}

/** The notes as JSON, for programs. */
export function notesAsJson(notes: BoardNotes): string {
  return `${JSON.stringify(notes, null, 2)}\n`;
}

function titleOf({ title, partner }: Section, t: Texts): string {
  const name = title ?? t('notes.elsewhere');
  return partner === null ? name : `${name} · ${partner}`;
}

function itemOf(note: ExportedNote, t: Texts): string {
  const { author, group, missedDate, partner, text, writtenAt } = note;
  const late = missedDate === undefined ? null : t('notes.late', { when: minuteOf(missedDate) ?? '' });
  const from = [author, partner, minuteOf(writtenAt), late, group].filter((part) => part !== null);
  return from.length === 0 ? text : `${text}\n(${from.join(' · ')})`;
}

function minuteOf(time: string | null): string | null {
  return time === null ? null : time.slice(0, 16).replace('T', ' ');
}
