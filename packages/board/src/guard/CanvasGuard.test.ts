import type { CommandId } from '@common-ground/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyLayout } from '../build/applyLayout.ts';
import { noteShape } from '../build/shapes.ts';
import { startBoard } from '../build/startBoard.ts';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { positionOf } from '../records/anchor.ts';
import { readShape } from '../records/readShape.ts';
import { createShape } from '../records/writeShape.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { CanvasGuard, type CanvasLimit } from './CanvasGuard.ts';

const note = 'shape:note';
const lockedNote = 'shape:locked';
const section = 'shape:launch-hopes';
const prompt = 'shape:launch-hopes-prompt';

let doc: Y.Doc;
let board: BoardDocument;
let guard: CanvasGuard;
beforeEach(() => {
  doc = new Y.Doc();
  startBoard(doc, createBoardSchema([]));
  board = openBoard(doc);
  const item = { kind: 'section', key: 'hopes', title: 'Hopes', prompt: 'What do you hope?' } as const;
  applyLayout(
    doc,
    { w: 800, h: 600, items: [{ ...item, x: 40, y: 60, w: 800, h: 600 }] },
    { commandId: 'launch' as CommandId, templateId: 'vision', options: {}, partnerIds: [], at: 1 },
  );
  doc.transact(() => {
    addNote(board, note);
    addNote(board, lockedNote);
    board.shapes.get(lockedNote)?.set('isLocked', true);
  });
  guard = new CanvasGuard(doc);
});

function addNote(target: BoardDocument, id: string): void {
  const seed = {
    id: id as 'shape:x',
    parentId: section as 'shape:x',
    index: 'a5' as const,
    x: 10,
    y: 20,
    meta: {},
  };
  const shape = noteShape(seed as never, `Text of ${id}`, 'yellow');
  createShape(target, shape);
  target.positions.setMany(new Map([[id, positionOf(shape)]]));
}

function state(id: string): Readonly<Record<string, unknown>> | null {
  const read = readShape(board, id);
  return read.ok ? read.value : null;
}

function everything(): unknown {
  const shapes = [...board.shapes.keys()].toSorted().map((id) => state(id));
  return JSON.parse(JSON.stringify({ shapes, records: board.records.toJSON() })) as unknown;
}

/** Somebody edits a copy of their own; it arrives under the limit, and what may not be is put back. True if anything was. */
function edits(limit: CanvasLimit, edit: (board: BoardDocument) => void): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const theirs = openBoard(copy);
  copy.transact(() => edit(theirs));
  guard.beforeEdits(limit);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
  const wasPutBack = doc.transact(() => guard.putBack(limit));
  guard.afterEdits();
  // Whoever made the edit gets what was put back, and then has what everybody has.
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy)));
  expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(doc));
  return wasPutBack;
}

function typeInto(target: BoardDocument, id: string, text: string): void {
  (target.shapes.get(id)?.get('t') as Y.Text | undefined)?.insert(0, text);
}

function lock(target: BoardDocument, id: string): void {
  if (!target.shapes.has(id)) addNote(target, id);
  target.shapes.get(id)?.set('isLocked', true);
  target.shapes.get(id)?.set('p.color', 'red');
}

/** Ways to change a shape, each of another part of the document. */
const changes: readonly (readonly [string, (board: BoardDocument, id: string) => void])[] = [
  ['moves it', (b, id) => b.positions.setMany(new Map([[id, [500, 500, 1]]]))],
  ['takes away its position', (b, id) => b.positions.removeMany(new Set([id]))],
  ['recolours it', (b, id) => b.shapes.get(id)?.set('p.color', 'red')],
  ['types into it', (b, id) => typeInto(b, id, 'more ')],
  ['takes away its text', (b, id) => b.shapes.get(id)?.set('t', new Y.Text())],
  ['replaces its base', (b, id) => b.shapes.get(id)?.set('b', { type: 'geo', parentId: 'page:page' })],
  ['makes it no shape', (b, id) => b.shapes.get(id)?.delete('b')],
  ['takes it elsewhere', (b, id) => b.shapes.get(id)?.set('parentId', 'page:elsewhere')],
  ['reorders it', (b, id) => b.shapes.get(id)?.set('index', 'a9')],
  ['writes into its meta', (b, id) => b.shapes.get(id)?.set('m.createdBy', 'mallory')],
  ['deletes it', (b, id) => b.shapes.delete(id)],
  ['puts another in its place', (b, id) => b.shapes.set(id, new Y.Map([['b', { type: 'note' }]]))],
  [
    'unlocks and moves it',
    (b, id) => {
      b.shapes.get(id)?.set('isLocked', false);
      b.positions.setMany(new Map([[id, [1, 2, 0]]]));
    },
  ],
];

describe('on an open canvas', () => {
  test.each(changes)('a locked shape is put back when somebody %s', (_, change) => {
    const before = state(lockedNote);
    expect(edits('unlocked', (theirs) => change(theirs, lockedNote))).toBe(true);
    expect(state(lockedNote)).toEqual(before);
  });

  test('what else somebody did in the same stroke stays', () => {
    expect(
      edits('unlocked', (theirs) => {
        theirs.positions.setMany(
          new Map([
            [note, [7, 8, 0]],
            [lockedNote, [7, 8, 0]],
          ]),
        );
        addNote(theirs, 'shape:new');
      }),
    ).toBe(true);
    expect(state(note)).toMatchObject({ x: 7, y: 8 });
    expect(state(lockedNote)).toMatchObject({ x: 10, y: 20 });
    expect(state('shape:new')).not.toBeNull();
  });

  test('nobody but a facilitator locks, neither what is there nor what is new', () => {
    for (const id of [note, 'shape:new']) {
      expect(edits('unlocked', (theirs) => lock(theirs, id))).toBe(true);
      expect(state(id)).toMatchObject({ isLocked: false, props: { color: 'red' } });
    }
  });

  test('follows what those who may have locked and unlocked', () => {
    board.shapes.get(note)?.set('isLocked', true);
    board.shapes.get(lockedNote)?.set('isLocked', false);
    board.positions.setMany(new Map([[note, [50, 50, 0]]]));
    const moveAway = new Map([note, lockedNote].map((id) => [id, [1, 1, 0] as const]));
    expect(edits('unlocked', (theirs) => theirs.positions.setMany(moveAway))).toBe(true);
    expect(state(note)).toMatchObject({ x: 50, y: 50 });
    expect(state(lockedNote)).toMatchObject({ x: 1, y: 1 });
  });

  test('what is fixed to a section goes with it, and alone it stays', () => {
    expect(edits('unlocked', (theirs) => theirs.shapes.delete(prompt))).toBe(true);
    expect(state(prompt)).not.toBeNull();
    const all = (theirs: BoardDocument) => [section, prompt, note].forEach((id) => theirs.shapes.delete(id));
    expect(edits('unlocked', all)).toBe(false);
    expect(state(prompt)).toBeNull();
  });

  test('leaves everything else alone', () => {
    expect(edits('unlocked', (theirs) => changes[0]?.[1](theirs, note))).toBe(false);
    expect(edits('unlocked', (theirs) => theirs.records.set('page:two', { typeName: 'page' }))).toBe(false);
  });
});

describe('where contributors may only read', () => {
  test.each(changes)('everything is put back when somebody %s', (_, change) => {
    const before = everything();
    for (const id of [note, lockedNote]) expect(edits('nothing', (theirs) => change(theirs, id))).toBe(true);
    expect(everything()).toEqual(before);
  });

  test('what is new goes, and records are put back', () => {
    const before = everything();
    expect(
      edits('nothing', (theirs) => {
        addNote(theirs, 'shape:new');
        theirs.shapes.set('shape:evil', 'evil' as unknown as Y.Map<unknown>);
        theirs.records.set('page:page', { typeName: 'page', name: 'Mine' });
        theirs.records.set('page:two', { typeName: 'page' });
        theirs.records.delete('document:document');
      }),
    ).toBe(true);
    expect(everything()).toEqual(before);
    expect(board.positions.get('shape:new')).toBeNull();
  });

  test('what facilitators do meanwhile is kept, between edits and after them', () => {
    edits('nothing', (theirs) => theirs.shapes.delete(note));
    board.positions.setMany(new Map([[note, [300, 300, 0]]]));
    edits('nothing', (theirs) => theirs.shapes.delete(note));
    expect(state(note)).toMatchObject({ x: 300, y: 300 });
    edits('unlocked', (theirs) => theirs.shapes.delete(note));
    addNote(board, note);
    edits('nothing', (theirs) => theirs.shapes.delete(note));
    expect(state(note)).toMatchObject({ x: 10, y: 20 });
  });
});

describe('where contributors may only write notes', () => {
  test('notes come, change, move and go', () => {
    expect(edits('notes', (theirs) => addNote(theirs, 'shape:new'))).toBe(false);
    expect(edits('notes', (theirs) => typeInto(theirs, 'shape:new', 'Said: '))).toBe(false);
    expect(edits('notes', (theirs) => theirs.positions.setMany(new Map([[note, [1, 1, 0]]])))).toBe(false);
    expect(edits('notes', (theirs) => theirs.shapes.delete(note))).toBe(false);
    expect(state('shape:new')).not.toBeNull();
    expect(state(note)).toBeNull();
  });

  test.each(changes)('a locked note and a section are put back when somebody %s', (name, change) => {
    const ids = name.includes('text') || name === 'types into it' ? [lockedNote] : [lockedNote, section];
    for (const id of ids) {
      const before = state(id);
      expect(edits('notes', (theirs) => change(theirs, id))).toBe(true);
      expect(state(id)).toEqual(before);
    }
  });

  test('a note does not become something else, nor locked, nor anything a note', () => {
    const before = everything();
    expect(edits('notes', (theirs) => theirs.shapes.get(note)?.set('b', { type: 'geo' }))).toBe(true);
    expect(edits('notes', (theirs) => theirs.shapes.get(note)?.set('isLocked', true))).toBe(true);
    expect(edits('notes', (theirs) => theirs.shapes.get(section)?.set('b', { type: 'note' }))).toBe(true);
    expect(everything()).toEqual(before);
  });

  test('neither garbage nor records stay', () => {
    const before = everything();
    expect(edits('notes', (theirs) => theirs.shapes.set('shape:evil', new Y.Map()))).toBe(true);
    expect(edits('notes', (theirs) => theirs.records.set('asset:x', { typeName: 'asset' }))).toBe(true);
    expect(everything()).toEqual(before);
  });
});
