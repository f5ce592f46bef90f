import { toRichText, type TLShape, type TLShapeId } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { shapeOf } from '../build/shapes.ts';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { parentIdOf } from '../records/readShape.ts';
import type { TestCanvas } from '../testing/TestCanvas.ts';
import { TestTable } from '../testing/TestTable.ts';
import { repairBoard } from './repairBoard.ts';

let table: TestTable;
let alice: TestCanvas;
let board: BoardDocument;

beforeEach(() => {
  table = new TestTable();
  alice = table.seats('alice');
  board = openBoard(table.server);
});

function repair(): number {
  return repairBoard(table.server, table.schema);
}

function settledAfterwards(): number {
  const reader = new RecordReader(board, table.schema);
  reader.readAll();
  return reader.settledShapes().size;
}

function mapOf(id: TLShapeId): Y.Map<unknown> {
  return board.shapes.get(id) as Y.Map<unknown>;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

describe('repairBoard', () => {
  test('changes nothing on a sound board', () => {
    alice.writes('a', { in: alice.drawsFrame() });
    alice.groups([alice.writes('b'), alice.writes('c')]);
    table.delivers();
    let updates = 0;
    table.server.on('update', () => (updates += 1));
    expect(repair()).toBe(0);
    expect(updates).toBe(0);
  });

  test('writes down what every reader decides anyway, and twice is once', () => {
    const [one, two] = [alice.drawsFrame(), alice.drawsFrame()];
    const orphan = alice.writes('orphan', { at: [7, 8] });
    const [member, other] = [alice.writes('a', { at: [30, 30] }), alice.writes('b')];
    const group = alice.groups([member, other]);
    table.delivers();
    table.server.transact(() => {
      mapOf(one).set('parentId', two);
      mapOf(two).set('parentId', one);
      mapOf(orphan).set('parentId', 'shape:deleted');
      board.shapes.delete(other);
    });
    const before = new RecordReader(board, table.schema).readAll();
    const origins: unknown[] = [];
    table.server.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    expect(repair()).toBe(4);
    expect(origins).toEqual([boardOrigins.repair]);
    const after = new RecordReader(board, table.schema).readAll();
    expect(after.put.toSorted(byId)).toEqual(before.put.toSorted(byId));
    expect(board.shapes.has(group)).toBe(false);
    expect(board.positions.get(group)).toBeNull();
    expect(settledAfterwards()).toBe(0);
    expect(repair()).toBe(0);
    expect(origins).toHaveLength(1);
  });

  test('nobody sees a difference when it is delivered', () => {
    const [one, two] = [alice.drawsFrame(), alice.drawsFrame()];
    alice.drops(one, two);
    alice.inOneFrame(() => alice.store.remove([two]));
    table.delivers();
    const before = alice.records();
    expect(repair()).toBe(1);
    table.delivers();
    expect(alice.records()).toEqual(before);
  });

  test('keeps a centred text that grows in its place, to the last bit', () => {
    const other = alice.writes('b');
    const text = alice.puts(
      shapeOf(
        {
          id: 'shape:text' as TLShapeId,
          parentId: 'page:page' as TLShape['parentId'],
          index: 'a5' as TLShape['index'],
          x: 1.1,
          y: 2.2,
          meta: {},
        },
        'text',
        {
          color: 'black',
          size: 'm',
          font: 'sans',
          textAlign: 'middle',
          w: 33.333,
          richText: toRichText('centred'),
          scale: 1,
          autoSize: true,
        },
      ),
    );
    const group = alice.groups([other, text]);
    alice.turns(group, 0.7);
    alice.store.remove([other]);
    table.delivers();
    const before = alice.sees(text);
    expect(repair()).toBe(2);
    table.delivers();
    expect(alice.sees(text)).toEqual(before);
    expect(settledAfterwards()).toBe(0);
  });

  test('gives a board without a page one, and brings home what lay on the others', () => {
    const note = alice.writes('a');
    table.delivers();
    board.records.delete('page:page');
    repair();
    table.delivers();
    expect(alice.sees(note)?.parentId).toBe('page:page');
    expect(settledAfterwards()).toBe(0);
  });

  test('puts right a page and a document record that are none', () => {
    board.records.set('page:page', 'evil');
    board.records.delete('document:document');
    repair();
    const reader = new RecordReader(board, table.schema);
    reader.readAll();
    expect(reader.faults.size).toBe(0);
    expect(reader.shownRecord('document:document')).not.toBeNull();
  });

  test('leaves what is in a frame where it is while the frame is only set aside', () => {
    const frame = alice.drawsFrame();
    const note = alice.writes('a', { in: frame });
    table.delivers();
    mapOf(frame).set('p.color', 'evil');
    repair();
    expect(parentIdOf(board, note)).toBe(frame);
    mapOf(frame).set('p.color', 'red');
    expect(settledAfterwards()).toBe(0);
  });

  test('leaves a group together while a member is only set aside', () => {
    const [good, bad] = [alice.writes('a'), alice.writes('b')];
    const group = alice.groups([good, bad]);
    table.delivers();
    mapOf(bad).set('p.color', 'evil');
    repair();
    expect([good, bad].map((id) => parentIdOf(board, id))).toEqual([group, group]);
    mapOf(bad).set('p.color', 'red');
    expect(settledAfterwards()).toBe(0);
  });

  test('brings home the sound child of a deleted frame, whatever its other children are', () => {
    const frame = alice.drawsFrame();
    const [good, bad] = [alice.writes('a', { in: frame }), alice.writes('b', { in: frame })];
    table.delivers();
    table.server.transact(() => {
      mapOf(bad).set('p.color', 'evil');
      board.shapes.delete(frame);
    });
    expect(repair()).toBe(1);
    expect(parentIdOf(board, good)).toBe('page:page');
    expect(parentIdOf(board, bad)).toBe(frame);
  });

  test('does not fail on what is no record at all', () => {
    board.shapes.set('shape:evil', 'evil' as unknown as Y.Map<unknown>);
    board.shapes.set('page:page', new Y.Map());
    board.records.set('shape:evil', { typeName: 'shape' } as unknown as TLShape);
    (board.positions.list as Y.Array<unknown>).push([null, { key: 'page:page', val: [0, 0, 0] }]);
    expect(repair()).toBe(0);
  });
});
