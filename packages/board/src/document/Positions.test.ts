import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Positions, roundPosition, type Position } from './Positions.ts';

function positionsOf(doc: Y.Doc): Positions {
  return new Positions(doc.getArray('positions'));
}

function set(positions: Positions, entries: Readonly<Record<string, Position>>): void {
  positions.list.doc?.transact(() => positions.setMany(new Map(Object.entries(entries))));
}

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'network');
}

describe('Positions', () => {
  test('keep hundredths of a pixel and ten-thousandths of a radian', () => {
    expect(roundPosition([1.234_56, -7.899, 0.123_456])).toEqual([1.23, -7.9, 0.1235]);
    expect(roundPosition([-0, 0, -0.000_01]).map((part) => Object.is(part, -0))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('are read rounded when another program wrote more digits', () => {
    const positions = positionsOf(new Y.Doc());
    positions.list.push([{ key: 'a', val: [1.234_56, 2, 0] }]);
    expect(positions.get('a')).toEqual([1.23, 2, 0]);
  });

  test('are the last entry of a key', () => {
    const positions = positionsOf(new Y.Doc());
    positions.list.push([
      { key: 'a', val: [1, 1, 0] },
      { key: 'b', val: [5, 5, 0] },
      { key: 'a', val: [2, 2, 0] },
    ]);
    expect(positions.get('a')).toEqual([2, 2, 0]);
    expect([...positions.keys()].toSorted()).toEqual(['a', 'b']);
    expect(positions.get('c')).toBeNull();
  });

  test('leave one entry a shape however often it is moved', () => {
    const positions = positionsOf(new Y.Doc());
    for (let x = 0; x < 50; x++) set(positions, { a: [x, 0, 0], b: [0, x, 0] });
    expect(positions.list.length).toBe(2);
    expect(positions.get('b')).toEqual([0, 49, 0]);
  });

  test('are not written again when nothing moved', () => {
    const doc = new Y.Doc();
    const positions = positionsOf(doc);
    set(positions, { a: [1, 2, 0] });
    let updates = 0;
    doc.on('update', () => (updates += 1));
    set(positions, { a: [1.001, 2, 0] });
    expect(updates).toBe(0);
  });

  test('of a shape that two people move at once are the same for both, and the next move tidies up', () => {
    const [alice, bob] = [new Y.Doc(), new Y.Doc()];
    const [hers, his] = [positionsOf(alice), positionsOf(bob)];
    set(hers, { a: [0, 0, 0] });
    sync(alice, bob);
    set(hers, { a: [1, 1, 0] });
    set(his, { a: [2, 2, 0] });
    sync(alice, bob);
    expect(hers.get('a')).toEqual(his.get('a'));
    expect(hers.list.length).toBe(2);
    set(hers, { a: [3, 3, 0] });
    sync(alice, bob);
    expect(his.get('a')).toEqual([3, 3, 0]);
    expect(his.list.length).toBe(1);
  });

  test('pass over entries that are none', () => {
    const positions = positionsOf(new Y.Doc());
    const list = positions.list as Y.Array<unknown>;
    list.push([{ key: 'a', val: [1, 1, 0] }]);
    list.push([
      null,
      'a',
      7,
      { key: 'a' },
      { key: 3, val: [9, 9, 9] },
      { key: 'a', val: [1, 2] },
      { key: 'a', val: ['9', 9, 9] },
      { key: 'a', val: [Number.NaN, 1, 1] },
      { key: 'a', val: [1e308, 1, 1] },
      new Y.Map(),
    ]);
    expect(positions.get('a')).toEqual([1, 1, 0]);
    set(positions, { a: [4, 4, 0] });
    expect(positions.get('a')).toEqual([4, 4, 0]);
  });

  test('can be removed, and all entries of a key go', () => {
    const doc = new Y.Doc();
    const positions = positionsOf(doc);
    positions.list.push([
      { key: 'a', val: [1, 1, 0] },
      { key: 'b', val: [1, 1, 0] },
      { key: 'a', val: [2, 2, 0] },
    ]);
    doc.transact(() => positions.removeMany(new Set(['a'])));
    expect(positions.get('a')).toBeNull();
    expect(positions.list.length).toBe(1);
  });

  test('come back by undo, and what somebody else set later stays', () => {
    const [alice, bob] = [new Y.Doc(), new Y.Doc()];
    const [hers, his] = [positionsOf(alice), positionsOf(bob)];
    set(hers, { a: [0, 0, 0], b: [0, 0, 0] });
    sync(alice, bob);
    const undo = new Y.UndoManager(hers.list, { captureTimeout: 0 });
    set(hers, { a: [1, 0, 0] });
    set(hers, { a: [2, 0, 0], b: [2, 0, 0] });
    sync(alice, bob);
    set(his, { b: [9, 9, 0] });
    sync(alice, bob);
    undo.undo();
    sync(alice, bob);
    expect(his.get('a')).toEqual([1, 0, 0]);
    expect(his.get('b')).toEqual([9, 9, 0]);
    undo.redo();
    expect(hers.get('a')).toEqual([2, 0, 0]);
  });
});
