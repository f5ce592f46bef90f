import { fromBase64 } from 'lib0/buffer';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBoard } from '../document/BoardDocument.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { isSharedText } from '../text/richText.ts';
// A board that was stored while texts were kept as elements, and its records as they were read then.
import storedBoard from './fixtures/textAsElements.txt?raw';
import storedRecords from './fixtures/textAsElements.json?raw';
import { migrateBoard, schemaStateOf } from './migrateBoard.ts';

const schema = createBoardSchema([]);
const expected: unknown = JSON.parse(storedRecords);

function stored(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, fromBase64(storedBoard.replaceAll('\n', '')));
  return doc;
}

function recordsOf(doc: Y.Doc): unknown {
  const { put } = new RecordReader(openBoard(doc), schema).readAll();
  return put.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function textsOf(doc: Y.Doc): unknown[] {
  return [...openBoard(doc).shapes.values()].map((map) => map.get('t')).filter((text) => text !== undefined);
}

describe('a board whose texts are elements', () => {
  test('is read as it was then, and as one to be brought up to date', () => {
    const doc = stored();
    expect(recordsOf(doc)).toEqual(expected);
    expect(schemaStateOf(doc, schema)).toBe('migrated');
  });

  test('is brought up to date in one transaction, and is the same board', () => {
    const doc = stored();
    let updates = 0;
    doc.on('update', () => (updates += 1));
    expect(migrateBoard(doc, schema)).toBe('migrated');
    expect(updates).toBe(1);
    expect(recordsOf(doc)).toEqual(expected);
    expect(textsOf(doc)).toHaveLength(4);
    expect(textsOf(doc).every(isSharedText)).toBe(true);
    expect(schemaStateOf(doc, schema)).toBe('current');
  });

  test('keeps a text that cannot be read', () => {
    const doc = stored();
    const note = [...openBoard(doc).shapes.values()].find((map) => map.has('t'));
    (note?.get('t') as Y.XmlFragment | undefined)?.insert(0, [new Y.XmlElement('evil')]);
    migrateBoard(doc, schema);
    expect(textsOf(doc).filter(isSharedText)).toHaveLength(3);
    expect(JSON.stringify(note?.get('t'))).toContain('evil');
  });
});

test('a page that knows no text form but elements takes a board of today for a newer one', () => {
  const doc = new Y.Doc();
  openBoard(doc).meta.set('schema', { schemaVersion: 2, sequences: { 'common-ground.text': 2 } });
  expect(schemaStateOf(doc, schema)).toBe('newer');
});
