import type { TLShape, TLShapeId } from '@tldraw/tlschema';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardOrigins } from '../document/BoardDocument.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { shapeOf } from '../build/shapes.ts';
import { TestCanvas } from '../testing/TestCanvas.ts';
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

describe('what is written', () => {
  test('is one transaction of the user’s for one frame of the browser’s', () => {
    const origins: unknown[] = [];
    alice.doc.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin));
    alice.inOneFrame(() => {
      const note = alice.writes('a');
      alice.moves(note).to(5, 5);
      alice.writes('b');
    });
    expect(origins).toEqual([boardOrigins.user]);
  });

  test('comes back to nobody as an echo', () => {
    const note = alice.writes('a');
    table.delivers();
    let updates = 0;
    alice.doc.on('update', () => (updates += 1));
    bob.moves(note).to(5, 5);
    table.delivers();
    alice.looks();
    expect(updates).toBe(1);
    const before = Y.encodeStateVector(bob.doc);
    table.delivers();
    expect(Y.encodeStateVector(bob.doc)).toEqual(before);
  });

  test('is rounded in one’s own browser, too', () => {
    const note = alice.writes('a', { at: [1.234_567, 2] });
    expect(alice.sees(note)).toMatchObject({ x: 1.23 });
    alice.turns(note, 0.123_456_789);
    expect(alice.sees(note)).toMatchObject({ x: 1.23, rotation: 0.1235 });
    alice.looks();
    expectAgreement(alice);
  });

  test('is text in the form in which everybody reads it, in one’s own browser, too', () => {
    const note = alice.writes('a');
    alice.changesProps(note, {
      richText: { type: 'doc', content: [{ type: 'evil', content: [{ type: 'text', text: 'words' }] }] },
    });
    expect(alice.reads(note)).toBe('words');
    table.delivers();
    expect(bob.reads(note)).toBe('words');
    expectAgreement(alice, bob);
  });

  test('waits for nothing when it is asked for in the middle of an operation', () => {
    alice.inOneFrame(() => {
      alice.writes('a');
      expect(alice.board.shapes.size).toBe(0);
      alice.binding.writePending();
      expect(alice.board.shapes.size).toBe(1);
    });
  });

  test('leaves the text to an editor that writes it itself', () => {
    const note = alice.writes('a');
    const carol = new TestCanvas('carol', { doc: alice.doc, isTextMounted: (id) => id === note });
    carol.types(note).at(1, '!');
    carol.recolours(note, 'blue');
    alice.looks();
    expect(alice.reads(note)).toBe('a');
    expect(alice.sees(note)).toMatchObject({ props: { color: 'blue' } });
  });

  test('is there when the canvas is closed before the frame', () => {
    alice.inOneFrame(() => {
      alice.writes('a');
      alice.binding.dispose();
    });
    expect(alice.board.shapes.size).toBe(1);
    alice.writes('b');
    expect(alice.board.shapes.size).toBe(1);
  });
});

describe('somebody who may not write', () => {
  test('sees their change taken back, and nothing of it is written', () => {
    const note = alice.writes('hello', { at: [10, 10] });
    const other = alice.writes('other');
    table.delivers();
    bob.mayWrite = false;
    let updates = 0;
    bob.doc.on('update', () => (updates += 1));
    bob.moves(note).to(99, 99);
    bob.deletes(other);
    const drawn = bob.writes('mine');
    bob.looks();
    expect(bob.sees(note)).toMatchObject({ x: 10, y: 10 });
    expect(bob.sees(other)).toBeDefined();
    expect(bob.sees(drawn)).toBeUndefined();
    expect(updates).toBe(0);
    expectAgreement(alice, bob);
  });

  test('sees what others do meanwhile, also to what they tried to change', () => {
    const note = alice.writes('hello');
    table.delivers();
    bob.mayWrite = false;
    bob.moves(note).to(99, 99);
    alice.recolours(note, 'blue');
    table.delivers();
    expect(bob.sees(note)).toMatchObject({ x: 0, props: { color: 'blue' } });
  });
});

describe('what tldraw corrects by itself', () => {
  test('while it takes in what others did is put back and never written', () => {
    bob.store.sideEffects.registerBeforeChangeHandler('shape', (_before, shape, source) =>
      source === 'remote' ? { ...shape, opacity: 0.5 } : shape,
    );
    bob.store.sideEffects.registerAfterChangeHandler('shape', (_before, shape) => {
      const other = bob.shapes().find(({ id }) => id !== shape.id);
      if (other !== undefined && other.x !== 77) bob.moves(other.id).to(77, 77);
    });
    const [note] = [alice.writes('a'), alice.writes('b')];
    table.delivers();
    let updates = 0;
    bob.doc.on('update', () => (updates += 1));
    alice.moves(note).to(5, 5);
    table.delivers();
    expect(updates).toBe(1);
    expectAgreement(alice, bob);
  });

  test('as a consequence of one’s own change is written with it', () => {
    bob.store.sideEffects.registerAfterChangeHandler('shape', (_before, shape) => {
      if (shape.x > 50) bob.deletes(shape.id);
    });
    const note = bob.writes('a');
    table.delivers();
    bob.moves(note).to(60, 0);
    table.delivers();
    expect(alice.sees(note)).toBeUndefined();
  });

  test('does not keep the other records out when it refuses one', () => {
    bob.store.sideEffects.registerBeforeCreateHandler('shape', (shape) => {
      if (shape.type === 'frame') throw new Error('no frames here');
      return shape;
    });
    const old = alice.writes('old');
    table.delivers();
    const frame = alice.drawsFrame();
    const note = alice.writes('a');
    alice.deletes(old);
    table.delivers();
    expect(bob.sees(note)).toBeDefined();
    expect(bob.sees(old)).toBeUndefined();
    expect(bob.faults.get(frame)).toBe('no frames here');
    alice.moves(note).to(7, 7);
    table.delivers();
    expect(bob.sees(note)).toMatchObject({ x: 7 });
  });

  test('pages that tldraw makes for itself are not written', () => {
    const carol = new TestCanvas('carol');
    const note = shapeOf(
      {
        id: 'shape:1' as TLShapeId,
        parentId: 'page:x' as TLShape['parentId'],
        index: 'a1' as TLShape['index'],
        x: 0,
        y: 0,
        meta: {},
      },
      'group',
      {},
    );
    carol.board.shapes.set(note.id, new Y.Map([['b', { ...note, parentId: 'page:x' }]]));
    carol.looks();
    expect(carol.board.records.size).toBe(0);
  });
});

describe('what is set aside', () => {
  test('is told of, and told of again when it is sound', () => {
    const note = alice.writes('a');
    table.delivers();
    (bob.board.shapes.get(note) as Y.Map<unknown>).set('p.color', 'evil');
    table.delivers();
    expect([...alice.faults.keys()]).toEqual([note]);
    expect(alice.sees(note)).toBeUndefined();
    (bob.board.shapes.get(note) as Y.Map<unknown>).set('p.color', 'red');
    table.delivers();
    expect(alice.faults.size).toBe(0);
    expect(alice.sees(note)).toMatchObject({ props: { color: 'red' } });
  });

  test('is told of when a board is opened', () => {
    const note = alice.writes('a');
    (alice.board.shapes.get(note) as Y.Map<unknown>).set('p.color', 'evil');
    table.delivers();
    expect([...table.seats('carol').faults.keys()]).toEqual([note]);
  });
});

describe('a frame', () => {
  test('looks again at what was doubted while the one before was shown', () => {
    const [note, other] = [alice.writes('a'), alice.writes('b')];
    table.delivers();
    bob.store.sideEffects.registerAfterChangeHandler('shape', (_before, { id }) => {
      if (id === note) bob.binding.doubt(other);
    });
    alice.moves(note).to(5, 5);
    table.delivers();
    bob.store.mergeRemoteChanges(() => bob.moves(other).to(99, 99));
    bob.looks();
    expect(bob.sees(other)).toMatchObject({ x: 0, y: 0 });
  });

  test('that comes in the middle of an operation of tldraw’s fails, and the next one shows what it would have', () => {
    const note = alice.writes('a');
    table.delivers();
    alice.moves(note).to(5, 5);
    Y.applyUpdate(bob.doc, Y.encodeStateAsUpdate(alice.doc));
    const stop = bob.store.sideEffects.registerAfterCreateHandler('shape', () => bob.binding.flush());
    expect(() => bob.writes('b')).toThrow('atomic');
    stop();
    bob.binding.flush();
    expect(bob.sees(note)).toMatchObject({ x: 5 });
    expect(bob.faults.size).toBe(0);
  });
});
