import { describe, expect, it } from 'vitest';
import { conflictResolution } from '../conflict-resolution/index.ts';
import type { Template } from '../defineTemplate.ts';
import { templates } from '../registry.ts';
import { boardFindings } from '../report/boardReport.ts';
import { retrospective } from '../retrospective/index.ts';
import { runTemplateContract } from '../templateContract.ts';
import { partnersNamed, TestBoard } from '../testing/TestBoard.ts';
import { visionAlignment } from '../vision-alignment/index.ts';
import type { OwnTemplate } from './OwnTemplate.ts';
import { ownTemplateFile, ownTemplateLimits, parseOwnTemplate, parseOwnTemplateFile } from './OwnTemplate.ts';
import { ownTemplateFrom } from './ownTemplateFrom.ts';
import { templateOfLaunch } from './templateOfLaunch.ts';
import { templateOfSaved } from './templateOfSaved.ts';

const partners = partnersNamed('Harbour', 'City');

/** What is saved from a board of a template, as it stands. */
function savedFrom(
  board: TestBoard,
  base: Template,
  change: (steps: OwnTemplate['steps']) => OwnTemplate['steps'],
) {
  return ownTemplateFrom({
    base,
    options: {},
    partners,
    launchId: 'launch',
    records: board.records,
    agenda: change(base.agenda({ partners })),
    name: 'Ours',
    purpose: 'As we do it',
  });
}

/** A frame that somebody drew below everything. */
function frameCalled(name: string) {
  return {
    typeName: 'shape',
    id: 'shape:mine',
    type: 'frame',
    parentId: 'page:page',
    x: 0,
    y: 9_000,
    rotation: 0,
    props: { name, w: 400, h: 400 },
    meta: {},
  };
}

function templateOf(own: OwnTemplate, id = 'own-1'): Template {
  const template = templateOfSaved({ id, template: own });
  if (template === null) throw new Error('The base is not there.');
  return template;
}

function titles(template: Template, names: readonly string[]): string[] {
  const { items } = template.layout({ partners: partnersNamed(...names) });
  return items.flatMap((item) => (item.kind === 'section' ? [item.title] : []));
}

for (const base of templates) {
  const own = savedFrom(new TestBoard(base, partners), base, (steps) => steps);
  runTemplateContract(templateOf(own, `own-${base.id}`));
}

describe('an own template', () => {
  it('takes over words, lanes for any partners, minutes, frames that were added, and leaves out what was removed', () => {
    const board = new TestBoard(visionAlignment, partners);
    rename(board, 'purpose', 'Why us');
    rename(board, 'brings:harbour', 'Harbour gives');
    board.remove('shape:launch-risks');
    board.records.push(frameCalled('Who else'));
    const own = savedFrom(board, visionAlignment, (steps) => steps.slice(1));
    const template = templateOf(own);
    expect(template).toMatchObject({
      id: 'own-1',
      name: 'Ours',
      purpose: 'As we do it',
      durationMinutes: 63,
    });
    const shown = titles(template, ['Moor', 'Fen', 'Dale']);
    expect(shown).toEqual(
      expect.arrayContaining(['Why us', 'Fen gives', 'Dale gives', 'Fen needs', 'Who else']),
    );
    expect(shown).not.toContain('Purpose');
    expect(shown).not.toContain('Risks and assumptions');
  });

  it('can be made of an own one: what both changed is in it, and sections that were added keep their keys', () => {
    const first = new TestBoard(visionAlignment, partners);
    first.remove('shape:launch-risks');
    first.records.push(frameCalled('Who else'));
    const template = templateOf(
      savedFrom(first, visionAlignment, (steps) => steps),
      'own-first',
    );
    const second = new TestBoard(template, partners);
    rename(second, 'purpose', 'Why us');
    rename(second, 'own-1', 'Who is missing');
    second.records.push(frameCalled('What next'));
    const own = savedFrom(second, visionAlignment, (steps) => steps);
    expect(own).toMatchObject({ base: 'vision-alignment', removedSections: ['risks'] });
    expect(own.addedSections).toMatchObject([
      { key: 'own-1', title: 'Who is missing' },
      { key: 'own-2', title: 'What next' },
    ]);
    const shown = titles(templateOf(own), ['Moor', 'Fen']);
    expect(shown).toEqual(expect.arrayContaining(['Why us', 'Who is missing', 'What next']));
    expect(shown).not.toContain('Risks and assumptions');
  });

  it('asks in its steps for the lanes of whoever takes part', () => {
    const board = new TestBoard(conflictResolution, partners);
    const template = templateOf(savedFrom(board, conflictResolution, (steps) => steps));
    const moor = partnersNamed('Moor', 'Fen');
    expect(template.agenda({ partners: moor })).toEqual(conflictResolution.agenda({ partners: moor }));
  });

  it('keeps the rules, pictures and report of what it was made from, under its own name', () => {
    const board = new TestBoard(retrospective, partners);
    const template = templateOf(savedFrom(board, retrospective, (steps) => steps));
    const used = new TestBoard(template, partners);
    used.note('actions', 'Book a room');
    expect(used.findings()).toMatchObject([{ templateId: 'own-1', code: 'action-without-owner' }]);
    expect(template.reportPart(used.state()).title).toBe('Ours');
  });

  it('works from the note of its launch, when the server does not know it any more', () => {
    const own = savedFrom(new TestBoard(retrospective, partners), retrospective, (steps) => steps);
    const used = new TestBoard(templateOf(own), partners);
    used.note('actions', 'Book a room');
    const launches = [{ launchId: 'launch', templateId: 'own-1', options: {}, template: own }];
    expect(boardFindings({ ...used.state(), launches })).toHaveLength(1);
    expect(
      boardFindings({ ...used.state(), launches: [{ ...launches[0], template: { base: 'x' } }] as never }),
    ).toEqual([]);
    expect(templateOfLaunch({ templateId: 'own-1' })).toBeNull();
    expect(templateOfLaunch({ templateId: 'raci', template: own })?.id).toBe('raci');
  });
});

describe('a file of a template', () => {
  const own = savedFrom(new TestBoard(retrospective, partners), retrospective, (steps) => steps);

  it('is read as it was written', () => {
    expect(parseOwnTemplateFile(ownTemplateFile(own))).toEqual({
      ok: true,
      value: { ...own, options: { format: 'start-stop-continue' } },
    });
  });

  it.each([
    ['no JSON', 'hello', ''],
    ['too large', ' '.repeat(ownTemplateLimits.maxFileLength + 1), ''],
    ['something else', '{"format":"a board"}', 'format'],
    ['a base that nobody has', JSON.stringify({ ...own, base: 'constructor' }), 'base'],
    ['an option that there is not', JSON.stringify({ ...own, options: { format: 'x' } }), 'options'],
    [
      'a step without a title',
      JSON.stringify({ ...own, steps: [{ ...own.steps[0], title: '' }] }),
      'steps.0.title',
    ],
    ['more than is known', JSON.stringify({ ...own, script: 'x' }), ''],
  ])('is refused: %s', (_what, text, path) => {
    const parsed = parseOwnTemplateFile(text);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.error.map((fault) => fault.path)).toContain(path);
  });

  it('keeps no signs that turn a line around, and no line breaks in names', () => {
    const parsed = parseOwnTemplate({ ...own, name: 'A\u202eB\nC' });
    expect(parsed.ok && parsed.value.name).toBe('A B C');
  });
});

function rename(board: TestBoard, key: string, name: string): void {
  const record = board.records.find(({ id }) => id === `shape:launch-${key}`);
  Object.assign(record?.['props'] as object, { name });
}
