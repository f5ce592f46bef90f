import { AssetRecordType, type TLRecord, type TLShapeId } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import { RecordReader } from '../records/RecordReader.ts';
import type { TestCanvas } from '../testing/TestCanvas.ts';
import { TestTable } from '../testing/TestTable.ts';

let table: TestTable;
let alice: TestCanvas;
let bob: TestCanvas;

beforeEach(() => {
  table = new TestTable();
  alice = table.seats('alice');
  bob = table.seats('bob');
});

/** Everybody who is online sees the same, and exactly what the document says. */
function expectAgreement(...canvases: TestCanvas[]): void {
  for (const canvas of canvases) {
    const { put } = new RecordReader(canvas.board, canvas.store.schema).readAll();
    expect(canvas.records()).toEqual(put.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(canvas.records()).toEqual(canvases[0]?.records());
  }
}

/** Both act without knowing of each other, then learn of it. */
function atOnce(hers: () => void, his: () => void): void {
  table.takesOffline(alice);
  table.takesOffline(bob);
  hers();
  his();
  table.bringsBack(alice);
  table.bringsBack(bob);
  table.delivers();
  expectAgreement(alice, bob);
}

describe('two people', () => {
  test('see what the other does', () => {
    const note = alice.writes('hello', { at: [10, 20] });
    table.delivers();
    expect(bob.sees(note)).toMatchObject({ x: 10, y: 20, props: { color: 'yellow' } });
    bob.moves(note).by(5, 5);
    bob.turns(note, 1);
    table.delivers();
    expect(alice.sees(note)).toMatchObject({ x: 15, y: 25, rotation: 1 });
    alice.deletes(note);
    table.delivers();
    expect(bob.sees(note)).toBeUndefined();
    expectAgreement(alice, bob);
  });

  test('move and recolour the same note at once, and keep both', () => {
    const note = alice.writes('hello');
    table.delivers();
    atOnce(
      () => alice.moves(note).to(100, 0),
      () => bob.recolours(note, 'blue'),
    );
    expect(alice.sees(note)).toMatchObject({ x: 100, props: { color: 'blue' } });
  });

  test('move the same note at once, and end at the same place', () => {
    const note = alice.writes('hello');
    table.delivers();
    atOnce(
      () => alice.moves(note).to(100, 0),
      () => bob.moves(note).to(0, 100),
    );
    expect([
      [100, 0],
      [0, 100],
    ]).toContainEqual([alice.sees(note)?.x, alice.sees(note)?.y]);
  });

  test('type into the same note at once, and keep every character', () => {
    const note = alice.writes('one two');
    table.delivers();
    atOnce(
      () => alice.types(note).at(0, 'zero '),
      () => bob.types(note).at(7, ' three'),
    );
    expect(bob.reads(note)).toBe('zero one two three');
  });

  test('change meta keys of the same note at once, and keep both', () => {
    const note = alice.writes('hello');
    table.delivers();
    atOnce(
      () => alice.changes(note, { meta: { a: 1 } }),
      () => bob.changes(note, { meta: { b: 2 } }),
    );
    expect(alice.sees(note)?.meta).toEqual({ a: 1, b: 2 });
  });

  test('delete and move the same note at once: it stays deleted', () => {
    const note = alice.writes('hello');
    table.delivers();
    atOnce(
      () => alice.deletes(note),
      () => {
        bob.moves(note).to(9, 9);
        bob.types(note).at(0, 'x');
      },
    );
    expect(bob.sees(note)).toBeUndefined();
  });

  test('put two frames into each other at once: both stay on the page', () => {
    const [one, two] = [alice.drawsFrame(), alice.drawsFrame()];
    table.delivers();
    atOnce(
      () => alice.drops(one, two),
      () => bob.drops(two, one),
    );
    expect(alice.sees(one)).toMatchObject({ parentId: 'page:page' });
    expect(alice.sees(two)).toMatchObject({ parentId: one });
  });

  test('each delete one of a group of three: the last one is freed in its place', () => {
    const [a, b, c] = [
      alice.writes('a', { at: [10, 10] }),
      alice.writes('b', { at: [20, 10] }),
      alice.writes('c', { at: [30, 10] }),
    ];
    const group = alice.groups([a, b, c]);
    table.delivers();
    atOnce(
      () => alice.deletes(a),
      () => bob.deletes(b),
    );
    expect(alice.sees(group)).toBeUndefined();
    expect(alice.sees(c)).toMatchObject({ parentId: 'page:page', x: 30, y: 10 });
    bob.moves(c).by(1, 0);
    table.delivers();
    expect(alice.sees(c)).toMatchObject({ parentId: 'page:page', x: 31, y: 10 });
    expectAgreement(alice, bob);
  });

  test('draw on a page and delete it at once: the drawing comes home', () => {
    const page = alice.addsPage('Second');
    table.delivers();
    let note: TLShapeId | null = null;
    atOnce(
      () => alice.removesPage(page),
      () => {
        note = bob.writes('kept', { in: page });
      },
    );
    expect(alice.sees(note as unknown as TLShapeId)).toMatchObject({ parentId: 'page:page' });
  });

  test('bind an arrow to a note and delete the note at once: no end hangs loose', () => {
    const [from, to] = [alice.writes('a'), alice.writes('b')];
    table.delivers();
    let bindings: readonly TLRecord['id'][] = [];
    atOnce(
      () => alice.deletes(to),
      () => {
        ({ bindings } = bob.connects(from, to));
      },
    );
    expect(bindings.map((id) => bob.sees(id) !== undefined)).toEqual([true, false]);
  });

  test('undo their own doing and nothing else', () => {
    const note = alice.writes('hello', { at: [0, 0] });
    alice.undo.mark();
    alice.moves(note).to(100, 0);
    table.delivers();
    bob.recolours(note, 'blue');
    table.delivers();
    alice.undo.undo();
    alice.looks();
    table.delivers();
    expect(bob.sees(note)).toMatchObject({ x: 0, props: { color: 'blue' } });
    alice.undo.redo();
    alice.looks();
    table.delivers();
    expect(bob.sees(note)).toMatchObject({ x: 100, props: { color: 'blue' } });
    expectAgreement(alice, bob);
  });

  test('get a deleted note back with its words', () => {
    const note = alice.writes('hello');
    table.delivers();
    alice.undo.mark();
    alice.deletes(note);
    table.delivers();
    alice.undo.undo();
    alice.looks();
    table.delivers();
    expect(bob.reads(note)).toBe('hello');
    bob.types(note).at(5, '!');
    table.delivers();
    expect(alice.reads(note)).toBe('hello!');
  });
});

describe('the other records', () => {
  test('pages come, are renamed and go', () => {
    const page = alice.addsPage('Second');
    table.delivers();
    bob.store.put([{ ...bob.sees(page), name: 'Renamed' } as TLRecord]);
    table.delivers();
    expect(alice.sees(page)).toMatchObject({ name: 'Renamed' });
    alice.removesPage(page);
    table.delivers();
    expect(bob.sees(page)).toBeUndefined();
    expectAgreement(alice, bob);
  });

  test('pictures come with their assets', () => {
    const asset = AssetRecordType.create({
      id: AssetRecordType.createId('1'),
      type: 'image',
      props: { name: 'a.png', src: 'asset:a.png', w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
      meta: {},
    });
    alice.store.put([asset]);
    table.delivers();
    expect(bob.sees(asset.id)).toEqual(asset);
  });

  test('an arrow is bound for both, and loose when what it was bound to goes', () => {
    const [from, to] = [alice.writes('a'), alice.writes('b')];
    const { bindings } = alice.connects(from, to);
    table.delivers();
    expect(bindings.map((id) => bob.sees(id) !== undefined)).toEqual([true, true]);
    bob.deletes(to);
    table.delivers();
    expect(bindings.map((id) => alice.sees(id) !== undefined)).toEqual([true, false]);
    expectAgreement(alice, bob);
  });

  test('what is on one person’s screen only is never written', () => {
    let updates = 0;
    alice.doc.on('update', () => (updates += 1));
    const camera = alice.store.allRecords().find((record) => record.typeName === 'camera');
    alice.store.put([{ ...camera, x: 100 } as TLRecord]);
    expect(updates).toBe(0);
  });
});
