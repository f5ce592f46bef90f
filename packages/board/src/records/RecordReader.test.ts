import type { TLRecord, TLShape, TLShapeId } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { TestCanvas } from '../testing/TestCanvas.ts';
import { DirtyRecords } from './DirtyRecords.ts';
import { RecordReader, type ReadChanges } from './RecordReader.ts';

let alice: TestCanvas;
let board: BoardDocument;
let reader: RecordReader;
let dirty: DirtyRecords;

/** Alice draws; the reader follows her document. */
beforeEach(() => {
  alice = new TestCanvas('alice');
  board = alice.board;
  board.records.set('page:page', { typeName: 'page', name: 'Page 1', index: 'a1', meta: {} });
  alice.looks();
  reader = new RecordReader(board, alice.store.schema);
  dirty = new DirtyRecords(board, () => undefined);
  reader.readAll();
});

function read(): ReadChanges {
  return reader.read(dirty.take());
}

function idsPut(changes: ReadChanges): string[] {
  return changes.put.map(({ id }) => id).toSorted();
}

function mapOf(id: TLShapeId): Y.Map<unknown> {
  return board.shapes.get(id) as Y.Map<unknown>;
}

function shown(id: TLRecord['id']): TLShape {
  return reader.shownRecord(id) as TLShape;
}

/** What somebody sees who opens the document now. */
function readAfresh(): ReadChanges {
  return new RecordReader(board, alice.store.schema).readAll();
}

describe('RecordReader', () => {
  test('reads again only what changed', () => {
    const note = alice.writes('a');
    alice.writes('b');
    read();
    alice.moves(note).to(5, 5);
    expect(idsPut(read())).toEqual([note]);
    expect(idsPut(read())).toEqual([]);
  });

  test('tells of what was deleted', () => {
    const note = alice.writes('a');
    read();
    alice.deletes(note);
    expect(read()).toEqual({ put: [], removed: [note] });
    expect(reader.shownRecord(note)).toBeNull();
  });

  test('sets one bad record aside, shows the others, and shows it again when it is sound', () => {
    const [bad, good] = [alice.writes('a'), alice.writes('b')];
    mapOf(bad).set('p.color', 'evil');
    expect(idsPut(read())).toEqual([good]);
    expect([...reader.faults.keys()]).toEqual([bad]);
    expect(reader.faults.get(bad)).toContain('color');
    mapOf(bad).set('p.color', 'blue');
    expect(idsPut(read())).toEqual([bad]);
    expect(reader.faults.size).toBe(0);
  });

  test('takes a shape that went bad off the screen', () => {
    const note = alice.writes('a');
    read();
    mapOf(note).set('parentId', 7);
    expect(read().removed).toEqual([note]);
  });

  test('shows an arrow’s bindings only while both their ends are there', () => {
    const [from, to] = [alice.writes('a'), alice.writes('b')];
    const { bindings } = alice.connects(from, to);
    expect(idsPut(read())).toEqual(expect.arrayContaining(bindings));
    mapOf(to).set('p.color', 'evil');
    expect(new Set(read().removed)).toEqual(new Set([bindings[1], to]));
    mapOf(to).set('p.color', 'blue');
    expect(new Set(idsPut(read()))).toEqual(new Set([bindings[1], to]));
  });

  test('keeps the text that did not change, by identity', () => {
    const note = alice.writes('a');
    read();
    const before = shown(note).props;
    alice.moves(note).to(5, 5);
    alice.recolours(note, 'blue');
    read();
    expect((shown(note).props as { richText: unknown }).richText).toBe(
      (before as { richText: unknown }).richText,
    );
    alice.types(note).at(1, 'b');
    read();
    expect(JSON.stringify(shown(note).props)).toContain('ab');
  });

  test('notices a position that is taken away', () => {
    const note = alice.writes('a', { at: [5, 5] });
    read();
    board.positions.removeMany(new Set([note]));
    read();
    expect(shown(note)).toMatchObject({ x: 0, y: 0 });
  });

  test('shows a dissolved group’s member where it moves', () => {
    const note = alice.writes('a', { at: [1, 1] });
    const other = alice.writes('b', { at: [2, 2] });
    const group = alice.groups([note, other]);
    read();
    board.shapes.delete(other);
    read();
    expect(reader.shownRecord(group)).toBeNull();
    expect(shown(note)).toMatchObject({ parentId: 'page:page', x: 1, y: 1 });
    expect(reader.unsettled(note)).toMatchObject({ parentId: group, x: 0, y: 0 });
    board.positions.setMany(new Map([[group, [101, 1, 0]]]));
    read();
    expect(shown(note)).toMatchObject({ x: 101, y: 1 });
    expect(reader.settledShapes().size).toBe(2);
    expect(reader.unsettled(other)).toBeNull();
  });

  test('settles again when pages come and go', () => {
    const page = alice.addsPage('Second');
    const note = alice.writes('a', { in: page });
    read();
    board.records.delete(page);
    read();
    expect(shown(note).parentId).toBe('page:page');
    board.records.set(page, { typeName: 'page', name: 'Second', index: 'a2', meta: {} });
    read();
    expect(shown(note).parentId).toBe(page);
  });

  test('does not let an id in the wrong place hide the right record', () => {
    const note = alice.writes('a');
    read();
    board.shapes.set('page:page', new Y.Map());
    board.records.set(note, { typeName: 'shape', type: 'geo' });
    (board.positions.list as Y.Array<unknown>).push([{ key: 'page:page', val: [1, 1, 0] }]);
    expect(read()).toEqual({ put: [], removed: [] });
    expect(shown(note).type).toBe('note');
    expect(reader.shownRecord('page:page')).not.toBeNull();
    expect(idsPut(readAfresh())).toEqual(['page:page', note].toSorted());
  });

  test.each([
    ['a word', 'evil'],
    ['a number', 7],
    ['a list', []],
    ['a map', new Y.Map()],
    ['bytes', new Uint8Array(3)],
    ['somebody’s screen', { typeName: 'camera', x: 0, y: 0, z: 1, meta: {} }],
  ])('sets %s among the records aside', (_what, value) => {
    board.records.set('page:evil', value);
    expect(read()).toEqual({ put: [], removed: [] });
    expect([...reader.faults.keys()]).toEqual(['page:evil']);
  });

  test('reading everything again gives nothing new, and what is gone', () => {
    const note = alice.writes('a');
    reader.readAll();
    expect(reader.readAll().removed).toEqual([]);
    board.shapes.delete(note);
    board.records.delete('page:page');
    expect(reader.readAll().removed.toSorted()).toEqual(['page:page', note].toSorted());
  });
});
