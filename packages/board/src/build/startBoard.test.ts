import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openBoard } from '../document/BoardDocument.ts';
import { schemaStateOf } from '../migrate/migrateBoard.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { createBoardSchema } from '../schema/boardSchema.ts';
import { startBoard } from './startBoard.ts';

const schema = createBoardSchema([]);

describe('startBoard', () => {
  test('gives a board a page, a document record and a schema, all sound', () => {
    const doc = new Y.Doc();
    startBoard(doc, schema);
    const reader = new RecordReader(openBoard(doc), schema);
    expect(reader.readAll().put.map(({ id }) => id)).toEqual(['document:document', 'page:page']);
    expect(reader.faults.size).toBe(0);
    expect(schemaStateOf(doc, schema)).toBe('current');
  });

  test('makes one page, even when two start the same board', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    startBoard(one, schema);
    startBoard(two, schema);
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    expect([...openBoard(one).records.keys()].toSorted()).toEqual(['document:document', 'page:page']);
  });
});

describe('openBoard', () => {
  test('opens the same board each time', () => {
    const doc = new Y.Doc();
    expect(openBoard(doc)).toBe(openBoard(doc));
    expect(openBoard(new Y.Doc())).not.toBe(openBoard(doc));
  });
});
