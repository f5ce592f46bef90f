import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { startBoard } from '../build/startBoard.ts';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { plainTextOf } from '../text/richText.ts';
import { migrateBoard, schemaStateOf } from './migrateBoard.ts';
import { serializedVersions } from './textForm.ts';

const schema = createBoardSchema([]);
const noteSequence = 'com.tldraw.shape.note';

let doc: Y.Doc;
let board: BoardDocument;

beforeEach(() => {
  doc = new Y.Doc();
  startBoard(doc, schema);
  board = openBoard(doc);
});

/** Makes the document one of a program in which sequences had other versions; undefined for one it did not have. */
function age(sequences: Readonly<Record<string, number | undefined>>): void {
  const { sequences: current } = serializedVersions(schema);
  const aged = Object.entries({ ...current, ...sequences }).filter(([, version]) => version !== undefined);
  board.meta.set('schema', { schemaVersion: 2, sequences: Object.fromEntries(aged) });
}

/** A note as tldraw had them before version 9 of its notes: with plain text. */
function putOldNote(id: string, change: Readonly<Record<string, unknown>> = {}): void {
  const base = {
    type: 'note',
    parentId: 'page:page',
    index: 'a1',
    opacity: 1,
    isLocked: false,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      text: 'first words',
    },
  };
  board.shapes.set(id, new Y.Map<unknown>(Object.entries({ b: base, ...change })));
}

function readAll() {
  const reader = new RecordReader(board, schema);
  reader.readAll();
  return reader;
}

function textOf(id: string): string {
  const { props } = readAll().shownRecord(id) as { props: unknown } as {
    props: { richText: Parameters<typeof plainTextOf>[0] };
  };
  return plainTextOf(props.richText);
}

describe('migrateBoard', () => {
  test('leaves a document of this program alone', () => {
    let updates = 0;
    doc.on('update', () => (updates += 1));
    expect(schemaStateOf(doc, schema)).toBe('current');
    expect(migrateBoard(doc, schema)).toBe('current');
    expect(updates).toBe(0);
  });

  test('notes the schema in a document that has none', () => {
    board.meta.delete('schema');
    expect(migrateBoard(doc, schema)).toBe('current');
    expect(board.meta.get('schema')).toEqual(serializedVersions(schema));
  });

  test('brings an older document up to date, base and overlay, in one transaction', () => {
    age({ [noteSequence]: 8 });
    putOldNote('shape:1');
    putOldNote('shape:2', { 'p.text': 'later words', 'p.color': 'blue' });
    expect([...readAll().faults.keys()].toSorted()).toEqual(['shape:1', 'shape:2']);
    expect(schemaStateOf(doc, schema)).toBe('migrated');
    let updates = 0;
    doc.on('update', () => (updates += 1));
    expect(migrateBoard(doc, schema)).toBe('migrated');
    expect(updates).toBe(1);
    expect(readAll().faults.size).toBe(0);
    expect([textOf('shape:1'), textOf('shape:2')]).toEqual(['first words', 'later words']);
    expect(readAll().shownRecord('shape:2')).toMatchObject({ props: { color: 'blue' } });
    expect(schemaStateOf(doc, schema)).toBe('current');
    expect(migrateBoard(doc, schema)).toBe('current');
  });

  test('brings the other records up to date, too', () => {
    age({ 'com.tldraw.document': 0 });
    board.records.set('document:document', { typeName: 'document', gridSize: 10 });
    expect(readAll().faults.has('document:document')).toBe(true);
    migrateBoard(doc, schema);
    expect(readAll().shownRecord('document:document')).toMatchObject({ name: '' });
  });

  test('does not touch a document of a newer program', () => {
    for (const sequences of [{ [noteSequence]: 99 }, { 'com.tldraw.shape.hologram': 0 }]) {
      age(sequences);
      const before = Y.encodeStateAsUpdate(doc);
      expect(schemaStateOf(doc, schema)).toBe('newer');
      expect(migrateBoard(doc, schema)).toBe('newer');
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    }
  });

  test('leaves what is no record as it is, and migrates the others', () => {
    age({ [noteSequence]: 8 });
    putOldNote('shape:1');
    putOldNote('shape:odd', { 'p.text': 7, 'p.evil': new Y.Map([['a', 1]]), 'm.evil': new Uint8Array(2) });
    board.records.set('page:evil', new Y.Array());
    board.records.set('page:none', null);
    board.shapes.set('shape:none', 'evil' as unknown as Y.Map<unknown>);
    expect(migrateBoard(doc, schema)).toBe('migrated');
    expect(textOf('shape:1')).toBe('first words');
    expect(board.shapes.has('shape:odd')).toBe(true);
  });

  test.each([
    ['a word', 'evil'],
    ['null', null],
    ['no sequences', { schemaVersion: 2 }],
    ['a version that is no number', { schemaVersion: 2, sequences: { [noteSequence]: 'evil' } }],
    ['a version below none', { schemaVersion: 2, sequences: { [noteSequence]: -3 } }],
    ['an unknown form', { schemaVersion: 99, sequences: {} }],
  ])('takes %s in place of a schema for none', (_what, value) => {
    board.meta.set('schema', value);
    expect(migrateBoard(doc, schema)).toBe('current');
    expect(board.meta.get('schema')).toEqual(serializedVersions(schema));
  });
});
