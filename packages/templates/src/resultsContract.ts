import { expect, it } from 'vitest';
import type { Launch, Template } from './defineTemplate.ts';
import { renderCsv } from './report/renderCsv.ts';
import { renderMarkdown } from './report/renderMarkdown.ts';
import { reportSchema, tablesOf } from './report/Report.ts';
import { TestBoard } from './testing/TestBoard.ts';

/** What rules and report of every template keep to. Part of `runTemplateContract`. */
export function describeResults(template: Template, { options = {}, partners }: Launch): void {
  const empty = new TestBoard(template, partners, options);
  const written = writeEverywhere(new TestBoard(template, partners, options));
  describePictures(template, [empty, written]);

  it('finds nothing wrong on a board that nobody has written on', () => {
    expect(empty.findings()).toEqual([]);
  });

  it('finds nothing where it is not laid out, and has a report all the same', () => {
    const elsewhere = { ...written.state(), launches: [], sections: [], widgets: [] };
    expect(template.rules(elsewhere)).toEqual([]);
    expect(reportSchema.safeParse(template.report(elsewhere)).success).toBe(true);
  });

  it('finds the same in whatever order the records come, each finding once and in whole sentences', () => {
    const findings = written.findings();
    expect(template.rules(written.state(written.records.toReversed()))).toEqual(findings);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const { advice, sentence } of findings) expect(`${sentence} ${advice}`).not.toMatch(/\{\w+\}/u);
  });

  it('is not put out by records that nobody can read', () => {
    const broken = [
      null,
      7,
      'x',
      [],
      {},
      { id: 'shape:a', typeName: 'shape' },
      { typeName: 'shape', type: 'note' },
    ];
    expect(written.state([...broken, ...written.records, ...broken])).toEqual(written.state());
  });

  it('reports on a board with and without notes, as Markdown, CSV and JSON', () => {
    for (const board of [empty, written]) {
      const report = template.report(board.state());
      expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
      expect(renderMarkdown(report)).toContain('# A board');
      expect(renderMarkdown(report)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/u);
      const tables = tablesOf(report);
      expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length);
      for (const table of tables) {
        expect(table.rows.filter((row) => row.length !== table.columns.length)).toEqual([]);
        expect(renderCsv(table)).not.toBe('');
      }
    }
  });

  it('tells in its report what was written in each section', () => {
    const text = renderMarkdown(template.report(written.state()));
    expect(written.state().notes.filter((note) => !text.includes(note.text))).toEqual([]);
  });
}

function describePictures(template: Template, boards: readonly TestBoard[]): void {
  it('draws pictures of plain data, a figure or nothing in each place', () => {
    for (const board of boards) {
      const pictures = template.pictures(board.state());
      expect(JSON.parse(JSON.stringify(pictures))).toEqual(pictures);
      for (const picture of pictures) {
        const places = picture.kind === 'trend' ? picture.times : picture.columns;
        const lines =
          picture.kind === 'trend'
            ? picture.lines.map(({ values }) => values)
            : picture.things.flatMap(({ rows }) => rows.map(({ cells }) => cells));
        expect(lines.filter((line) => line.length !== places.length)).toEqual([]);
      }
    }
  });
}

/** A note in every section that people write in: a section without a prompt is a panel of the template's own texts. */
function writeEverywhere(board: TestBoard): TestBoard {
  for (const { key } of board.promptedSections)
    board.note(key, `Something about ${key.replaceAll(/[^a-z0-9]+/gu, ' ')}`);
  return board;
}
