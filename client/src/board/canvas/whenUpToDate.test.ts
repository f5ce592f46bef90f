import { createBoardSchema, migrateBoard, openBoard, startBoard } from '@common-ground/board';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { whenUpToDate } from './whenUpToDate.ts';

const schema = createBoardSchema([]);

test('a document of today is up to date, and stays so whatever somebody writes', () => {
  const doc = new Y.Doc();
  startBoard(doc, schema);
  const isUpToDate = whenUpToDate(openBoard(doc), schema);
  openBoard(doc).meta.set('schema', schema.serialize());
  expect(isUpToDate.get()).toBe(true);
});

test('an older document is, once the server has brought it up to date', () => {
  const doc = new Y.Doc();
  startBoard(doc, schema);
  openBoard(doc).meta.set('schema', schema.serialize());
  const isUpToDate = whenUpToDate(openBoard(doc), schema);
  openBoard(doc).meta.set('launch:1', {});
  expect(isUpToDate.get()).toBe(false);
  migrateBoard(doc, schema);
  expect(isUpToDate.get()).toBe(true);
});
