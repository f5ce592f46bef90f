import type { CommandId, PartnerId } from '@common-ground/protocol';
import type { TLShape } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import type {
  GeoItem,
  Layout,
  LayoutItem,
  NoteItem,
  SectionItem,
  TextItem,
  WidgetItem,
} from '../layout/Layout.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { TestCanvas } from '../testing/TestCanvas.ts';
import { applyLayout } from './applyLayout.ts';
import { launchesOf, type Launch } from './launches.ts';
import { startBoard } from './startBoard.ts';

const schema = createBoardSchema([{ type: 'matrix', props: { w: z.number(), h: z.number() } }]);

const section: SectionItem = {
  kind: 'section',
  key: 'hopes',
  title: 'Hopes',
  prompt: 'What do you hope for?',
  colour: 'blue',
  partnerId: 'partner-1' as PartnerId,
  x: 100,
  y: 200,
  w: 600,
  h: 400,
};
const noteInside: NoteItem = { kind: 'note', key: 'first', x: 150, y: 260, text: 'A note', colour: 'yellow' };
const noteBeside: NoteItem = { ...noteInside, key: 'second', x: 600 };
const heading: TextItem = {
  kind: 'text',
  key: 'heading',
  text: 'Our vision\n\nand more',
  size: 'xl',
  colour: 'blue',
  align: 'middle',
  bold: true,
  scale: 2,
  x: 0,
  y: 0,
  w: 800,
  h: 100,
};
const arrow: GeoItem = {
  kind: 'geo',
  key: 'arrow',
  geo: 'arrow-right',
  colour: 'blue',
  fill: 'solid',
  rotation: Math.PI / 2,
  x: 900,
  y: 100,
  w: 200,
  h: 100,
};
const matrix: WidgetItem = {
  kind: 'widget',
  key: 'matrix',
  type: 'matrix',
  props: { w: 300, h: 200 },
  meta: { 'c:row:column': 'R' },
  x: 900,
  y: 300,
  w: 300,
  h: 200,
};

const everything = [section, noteInside, noteBeside, heading, arrow, matrix];
const layout: Layout = { w: 1200, h: 700, items: everything };

let doc: Y.Doc;
let board: BoardDocument;

beforeEach(() => {
  doc = new Y.Doc();
  startBoard(doc, schema);
  board = openBoard(doc);
});

function launchOf(commandId: string, at = 1): Launch {
  return {
    commandId: commandId as CommandId,
    templateId: 'vision',
    options: { size: 'small' },
    partnerIds: ['partner-1' as PartnerId],
    at,
  };
}

function layOut(items: readonly LayoutItem[], commandId = 'one') {
  return applyLayout(doc, { ...layout, items }, launchOf(commandId));
}

function read() {
  const reader = new RecordReader(board, schema);
  reader.readAll();
  return reader;
}

function shape(key: string, commandId = 'one'): TLShape {
  return read().shownRecord(`shape:${commandId}-${key}`) as TLShape;
}

describe('applyLayout', () => {
  test('lays out every kind of item as a record that tldraw can draw', () => {
    expect(new Set(everything.map(({ kind }) => kind)).size).toBe(5);
    layOut(everything);
    expect([...read().faults]).toEqual([]);
    expect(board.shapes.size).toBe(everything.length + 1);
    expect(read().settledShapes().size).toBe(0);
  });

  test('writes all of it in one transaction of its own', () => {
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    layOut(everything);
    expect(origins).toEqual([boardOrigins.launch]);
  });

  test('puts into a section what lies wholly in it, and notes whose it is', () => {
    layOut(everything);
    expect(shape('hopes')).toMatchObject({
      type: 'frame',
      x: 100,
      y: 200,
      props: { name: 'Hopes', w: 600, h: 400, color: 'blue' },
      meta: { section: 'hopes', partnerId: 'partner-1', launch: 'one', templateId: 'vision', part: 'hopes' },
    });
    expect(shape('first')).toMatchObject({ parentId: shape('hopes').id, x: 50, y: 60 });
    expect(shape('second')).toMatchObject({ parentId: 'page:page', x: 600, y: 260 });
    expect(shape('hopes-prompt')).toMatchObject({ parentId: shape('hopes').id, isLocked: true });
  });

  test('draws no prompt where there is none, and locks the furniture only', () => {
    layOut([{ ...section, prompt: '' }, noteInside, heading, arrow, matrix]);
    expect(shape('hopes-prompt')).toBeNull();
    const locked = ['hopes', 'first', 'heading', 'arrow', 'matrix'].filter((key) => shape(key).isLocked);
    expect(locked).toEqual(['heading', 'arrow']);
  });

  test('draws later items above earlier ones, and all above what is there', () => {
    const alice = new TestCanvas('alice', { doc, schema });
    const before = alice.sees(alice.writes('a')) as TLShape;
    layOut([heading, arrow, matrix]);
    const indices = [before.index, ...['heading', 'arrow', 'matrix'].map((key) => shape(key).index)];
    expect(indices).toEqual(indices.toSorted());
    expect(new Set(indices).size).toBe(4);
  });

  test('keeps the width of a scaled text as it is seen', () => {
    layOut([heading]);
    const { w, scale } = shape('heading').props as { w: number; scale: number };
    expect(w * scale).toBe(800);
  });

  test('turns a form about its middle', () => {
    layOut([arrow]);
    const { x, y, rotation } = shape('arrow');
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    expect(x + 100 * cos - 50 * sin).toBeCloseTo(arrow.x + 100, 1);
    expect(y + 100 * sin + 50 * cos).toBeCloseTo(arrow.y + 50, 1);
    expect(rotation).toBeCloseTo(Math.PI / 2, 3);
  });

  test('gives a widget its cells, one key each', () => {
    layOut([matrix]);
    expect(shape('matrix').meta).toMatchObject({ 'c:row:column': 'R', part: 'matrix' });
  });

  test('changes nothing the second time, and answers with the same place', () => {
    const place = layOut(everything);
    const before = Y.encodeStateAsUpdate(doc);
    expect(layOut(everything)).toEqual(place);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('starts at the corner of an empty page, and beside what is there otherwise', () => {
    expect(layOut(everything)).toEqual({ pageId: 'page:page', bounds: { x: 0, y: 0, w: 1200, h: 700 } });
    const { bounds } = layOut(everything, 'two');
    expect(bounds.x).toBeGreaterThan(1200);
    expect(bounds.y).toBe(0);
    expect(shape('hopes', 'two')).toMatchObject({ x: bounds.x + 100, y: bounds.y + 200 });
    expect(shape('first', 'two')).toMatchObject({ x: 50, y: 60 });
  });

  test('is not led astray by what lies a million pixels off, or on another page', () => {
    const alice = new TestCanvas('alice', { doc, schema });
    alice.writes('lost', { at: [1e12, 0] });
    alice.writes('lost', { at: [0, -1e12] });
    alice.writes('elsewhere', { at: [500, 0], in: alice.addsPage('Second') });
    expect(layOut(everything).bounds).toMatchObject({ x: 0, y: 0 });
  });

  test('works on a board full of what is no record', () => {
    board.shapes.set('shape:evil', 'evil' as unknown as Y.Map<unknown>);
    board.shapes.set('shape:odd', new Y.Map<unknown>([['b', null]]));
    board.shapes.set(
      'shape:high',
      new Y.Map<unknown>([
        ['b', { type: 'note', parentId: 'page:page', index: 'zzzz not an index', props: { w: Number.NaN } }],
      ]),
    );
    board.shapes.set('shape:low', new Y.Map<unknown>([['b', { parentId: 'page:page', index: 7 }]]));
    board.records.set('page:0', 'evil');
    layOut(everything);
    expect(shape('hopes')).toMatchObject({ parentId: 'page:page' });
  });

  test('fails loudly on a board without a page', () => {
    board.records.delete('page:page');
    expect(() => layOut(everything)).toThrow('no page');
  });
});

describe('launchesOf', () => {
  test('tells what was laid out, newest first', () => {
    const older = applyLayout(doc, layout, launchOf('older', 1));
    const newer = applyLayout(doc, layout, launchOf('newer', 2));
    expect(launchesOf(doc)).toEqual([
      { ...launchOf('newer', 2), ...newer },
      { ...launchOf('older', 1), ...older },
    ]);
  });

  test('passes over what is no note of a launch', () => {
    const place = applyLayout(doc, layout, launchOf('one'));
    const sound = { ...launchOf('evil'), ...place };
    const evils: unknown[] = [
      null,
      'evil',
      7,
      [],
      new Y.Map(),
      {},
      { ...sound, templateId: 7 },
      { ...sound, options: { size: 7 } },
      { ...sound, options: null },
      { ...sound, partnerIds: 'everybody' },
      { ...sound, partnerIds: [7] },
      { ...sound, at: 'now' },
      { ...sound, at: Number.NaN },
      { ...sound, pageId: null },
      { ...sound, bounds: { x: 0 } },
      { ...sound, commandId: 'another' },
    ];
    for (const evil of evils) {
      board.meta.set('launch:evil', evil);
      expect(launchesOf(doc).map(({ commandId }) => commandId)).toEqual(['one']);
    }
    board.meta.set('launch:evil', sound);
    board.meta.set('unrelated', sound);
    expect(launchesOf(doc)).toHaveLength(2);
  });

  test('does not take a note that is none for a launch already done', () => {
    board.meta.set('launch:one', { pageId: 'page:page', bounds: 'evil' });
    layOut(everything);
    expect(board.shapes.has('shape:one-hopes')).toBe(true);
  });
});
