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
  const columns = (['section', 'group', 'note', 'author', 'partner', 'written'] as const).map((key) =>
    t(`notes.${key}`),
  );
  const rows = sections.flatMap((section) =>
    section.notes.map((note) => {
      const { author, group, partner, text } = note;
      return [section.title === null ? null : titleOf(section, t), group, text, author, partner, dayOf(note)];
    }),
  );
  return renderCsv({ columns, rows });
}

/** The notes as a document: a heading a section, a list item a note with who wrote it and when. */
export function notesAsMarkdown({ title, exportedAt, sections }: BoardNotes, language: string): string {
  const t = createTranslate(commonTexts, language);
  const blocks = sections.flatMap((section) => [
    { kind: 'heading', text: titleOf(section, t) } as const,
    { kind: 'list', items: section.notes.map((note) => itemOf(note)) } as const,
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

function itemOf(note: ExportedNote): string {
  const { author, group, partner, text } = note;
  const from = [author, partner, dayOf(note), group].filter((part) => part !== null);
  return from.length === 0 ? text : `${text}\n(${from.join(' · ')})`;
}

function dayOf({ writtenAt }: ExportedNote): string | null {
  return writtenAt === null ? null : writtenAt.slice(0, 16).replace('T', ' ');
}
