import type { CommandId } from '@common-ground/protocol';
import type { TLShape } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import type { Layout, SectionItem } from '../layout/Layout.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { applyLayout } from './applyLayout.ts';
import { placeNotes, placedShapeId, type NoteToPlace } from './placeNotes.ts';
import { overlaps, placedShapes, type PlacedShape } from './placedShapes.ts';
import { startBoard } from './startBoard.ts';

const schema = createBoardSchema([]);
/** Two sections one above the other, three notes wide, and one beside them both. */
const layout: Layout = {
  w: 1_500,
  h: 1_300,
  items: [
    section('glad', { x: 0, y: 0, w: 712, h: 600 }),
    section('sad', { x: 0, y: 648, w: 712, h: 600 }),
    section('mad', { x: 760, y: 0, w: 712, h: 1_248 }),
  ],
};

let doc: Y.Doc;
let board: BoardDocument;

beforeEach(() => {
  doc = new Y.Doc();
  startBoard(doc, schema);
  board = openBoard(doc);
  launch('first', 1);
});

function section(key: string, box: Pick<SectionItem, 'x' | 'y' | 'w' | 'h'>): SectionItem {
  return { kind: 'section', key, title: key, prompt: `What made you ${key}?`, ...box };
}

function launch(commandId: string, at: number, templateId = 'retro') {
  const about = { commandId: commandId as CommandId, templateId, options: {}, partnerIds: [], at };
  return applyLayout(doc, layout, about);
}

function notes(count: number, more: Partial<NoteToPlace> = {}): NoteToPlace[] {
  return Array.from({ length: count }, (_, index) => ({
    noteId: `note-${more.sectionKey ?? 'glad'}-${index}`,
    sectionKey: 'glad',
    text: `Note ${index}`,
    colour: 'yellow',
    meta: {},
    ...more,
  }));
}

function place(toPlace: readonly NoteToPlace[], placementId = 'one', templateId: string | null = null) {
  placeNotes(doc, { placementId, templateId, notes: toPlace });
}

function shape(id: string): PlacedShape {
  const found = placedShapes(board).find((placed) => placed.id === id);
  if (found === undefined) throw new Error(`${id} is not there`);
  return found;
}

function placed({ noteId }: NoteToPlace): PlacedShape {
  return shape(placedShapeId(noteId));
}

/** Pairs of shapes of one parent that lie on each other. */
function collisions(): string[] {
  const shapes = placedShapes(board);
  return shapes.flatMap((one) =>
    shapes
      .filter((other) => other.parentId === one.parentId && one.id < other.id && overlaps(one.box, other.box))
      .map((other) => `${one.id} on ${other.id}`),
  );
}

describe('placeNotes', () => {
  test('lays notes in rows inside their section, in the order given, as records that tldraw can draw', () => {
    const seven = notes(7);
    place(seven);
    expect(seven.map((note) => placed(note).parentId)).toEqual(Array(7).fill('shape:first-glad'));
    expect(seven.map((note) => placed(note).box.x)).toEqual([32, 248, 464, 32, 248, 464, 32]);
    const tops = seven.map((note) => placed(note).box.y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(new Set(tops).size).toBe(3);
    expect(collisions()).toEqual([]);
    const reader = new RecordReader(board, schema);
    reader.readAll();
    expect([...reader.faults]).toEqual([]);
    const indices = seven.map(({ noteId }) => (reader.shownRecord(placedShapeId(noteId)) as TLShape).index);
    expect(indices).toEqual(indices.toSorted());
  });

  test('says text, colour and meta', () => {
    const [note] = notes(1, { text: 'First\nSecond', colour: 'blue', meta: { authorId: 'alice' } });
    place(note ? [note] : []);
    const reader = new RecordReader(board, schema);
    reader.readAll();
    const record = reader.shownRecord('shape:note-glad-0') as TLShape;
    expect(record).toMatchObject({ type: 'note', props: { color: 'blue' }, meta: { authorId: 'alice' } });
    expect(JSON.stringify(record.props)).toContain('Second');
  });

  test('leaves alone what lies in the section already', () => {
    place(notes(4));
    const before = notes(4).map((note) => placed(note).box);
    const more = notes(5).map((note) => ({ ...note, noteId: `more-${note.noteId}` }));
    place(more, 'two');
    expect(notes(4).map((note) => placed(note).box)).toEqual(before);
    expect(collisions()).toEqual([]);
    // The row that was begun is filled first.
    expect(placed(more[0] as NoteToPlace).box).toMatchObject({ x: 248, y: before[3]?.y });
  });

  test('changes nothing the second time, even when somebody has removed the notes', () => {
    place(notes(3));
    board.shapes.delete('shape:note-glad-1');
    const before = Y.encodeStateAsUpdate(doc);
    place(notes(3));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('lets a full section grow and moves down what lies below it, but not what lies beside it', () => {
    const beside = shape('shape:first-mad').box;
    const gap = shape('shape:first-sad').box.y - 600;
    place([...notes(20), ...notes(12, { sectionKey: 'sad' })]);
    const glad = shape('shape:first-glad').box;
    const sad = shape('shape:first-sad').box;
    expect(glad.h).toBeGreaterThan(600);
    expect(sad.y).toBe(glad.h + gap);
    expect(sad.h).toBeGreaterThan(600);
    expect(shape('shape:first-mad').box).toEqual(beside);
    for (const note of notes(20)) expect(placed(note).box.y + placed(note).box.h).toBeLessThan(glad.h);
    expect(collisions()).toEqual([]);
  });

  test('gives long notes the room that their text takes', () => {
    const long = notes(6).map((note, index) => ({ ...note, text: 'Many words. '.repeat(index * 20) }));
    place(long);
    expect(placed(long[5] as NoteToPlace).box.h).toBeGreaterThan(600);
    expect(placed(long[0] as NoteToPlace).box.h).toBe(200);
    expect(collisions()).toEqual([]);
  });

  test('takes the newest launch of the template, else of any', () => {
    launch('second', 2);
    launch('third', 3, 'another');
    place(notes(1), 'retro', 'retro');
    expect(placed(notes(1)[0] as NoteToPlace).parentId).toBe('shape:second-glad');
    const [other] = notes(1).map((note) => ({ ...note, noteId: 'other' }));
    place(other ? [other] : [], 'any', null);
    expect(shape('shape:other').parentId).toBe('shape:third-glad');
  });

  test('lays notes without a section beside everything', () => {
    const lost = notes(5, { sectionKey: 'gone' });
    place(lost);
    for (const note of lost) {
      expect(placed(note).parentId).toBe('page:page');
      expect(placed(note).box.x).toBeGreaterThan(1_472);
    }
    expect(collisions()).toEqual([]);
  });

  test('works on a board full of what is no record', () => {
    board.shapes.set('shape:evil', 'evil' as unknown as Y.Map<unknown>);
    board.shapes.set(
      'shape:odd',
      new Y.Map<unknown>([
        ['b', { type: 'note', parentId: 'shape:first-glad', index: 'zz odd', props: { scale: 'x' } }],
      ]),
    );
    place(notes(2));
    expect(placed(notes(2)[0] as NoteToPlace).parentId).toBe('shape:first-glad');
  });

  test('is done soon and lays notes in sight, whatever somebody put into the section', () => {
    const vast = { type: 'geo', parentId: 'shape:first-glad', index: 'a2', props: { w: 1e9, h: 1e9 } };
    board.shapes.set('shape:vast', new Y.Map<unknown>([['b', vast]]));
    board.shapes.get('shape:first-mad')?.set('p.w', 1e12);
    place([...notes(6), ...notes(6, { sectionKey: 'mad' })]);
    for (const note of notes(6)) expect(placed(note).box.y).toBeLessThan(1_000);
    for (const note of notes(6, { sectionKey: 'mad' })) expect(placed(note).box.x).toBeLessThan(1_500);
  });

  test('goes round what somebody laid across the rows', () => {
    place(notes(1));
    board.positions.setMany(new Map([['shape:note-glad-0', [150, 200, 0.3] as const]]));
    const more = notes(6).map((note) => ({ ...note, noteId: `more-${note.noteId}` }));
    place(more, 'two');
    expect(collisions()).toEqual([]);
  });
});
