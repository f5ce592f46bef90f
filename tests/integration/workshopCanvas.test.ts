import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { updateFrame } from './support/frames.ts';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor, type CreatedBoard } from './support/visit.ts';
import { WorkshopClient } from './support/WorkshopClient.ts';
import { YClient } from './support/YClient.ts';

/* What the workshop allows on the canvas, with stock y-websocket clients that know nothing of it. */

let server: TestServer;
let board: CreatedBoard;
let fay: WorkshopClient;
let faysCanvas: YClient;
let alice: YClient;
let alices: Visitor;
const clients: { close(): void }[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  board = await createBoard(server);
  fay = await WorkshopClient.join(server, board, 'facilitator');
  faysCanvas = await YClient.open(fay.visitor);
  alices = await Visitor.join(server, board, 'contributor');
  alice = await YClient.open(alices);
  clients.push(fay, faysCanvas, alice);
  writeNote(faysCanvas.doc, 'shape:fays');
  await alice.until((doc) => shapesOf(doc).has('shape:fays'));
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

function shapesOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap('shapes');
}

function writeNote(doc: Y.Doc, id: string, type = 'note'): void {
  doc.transact(() => {
    const shape = new Y.Map<unknown>();
    shapesOf(doc).set(id, shape);
    shape.set('b', {
      type,
      parentId: 'page:page',
      index: 'a1',
      isLocked: false,
      opacity: 1,
      meta: {},
      props: {},
    });
    move(doc, id, 100);
  });
}

function move(doc: Y.Doc, id: string, x: number): void {
  const positions = doc.getArray<{ key: string; val: number[] }>('positions');
  doc.transact(() => {
    const at = positions.toArray().findIndex(({ key }) => key === id);
    if (at >= 0) positions.delete(at);
    positions.push([{ key: id, val: [x, 0, 0] }]);
  });
}

function xOf(doc: Y.Doc, id: string): number | undefined {
  const positions = doc.getArray<{ key: string; val: number[] }>('positions');
  return positions.toArray().findLast(({ key }) => key === id)?.val[0];
}

describe('a locked board', () => {
  it('puts back what contributors do, in their own document too, and takes it again when it is unlocked', async () => {
    await fay.do({ type: 'canvas.setLock', isLocked: true });
    move(alice.doc, 'shape:fays', 500);
    writeNote(alice.doc, 'shape:alices');
    await alice.until((doc) => !shapesOf(doc).has('shape:alices') && xOf(doc, 'shape:fays') === 100);
    await fay.do({ type: 'canvas.setLock', isLocked: false });
    move(alice.doc, 'shape:fays', 600);
    await faysCanvas.until((doc) => xOf(doc, 'shape:fays') === 600);
    expect(shapesOf(faysCanvas.doc).has('shape:alices')).toBe(false);
    expect(alice.provider.wsconnected).toBe(true);
  });

  it('leaves facilitators free, and tells contributors that something was put back', async () => {
    const bob = await WorkshopClient.join(server, board, 'contributor');
    const bobsCanvas = await YClient.open(bob.visitor);
    clients.push(bob, bobsCanvas);
    await fay.do({ type: 'canvas.setLock', isLocked: true });
    expect((await bob.sees(({ canvas }) => canvas.isLocked)).canvas.yourRight).toBe('read');
    move(faysCanvas.doc, 'shape:fays', 300);
    await bobsCanvas.until((doc) => xOf(doc, 'shape:fays') === 300);
    bob.socket.send(updateFrame((doc) => writeNote(doc, 'shape:bobs')));
    await bob.socket.until(({ messages }) => messages.some(({ type }) => type === 'notice'));
    expect(bob.socket.messages).toContainEqual({ type: 'notice', notice: { code: 'edit-put-back' } });
    expect(fay.socket.messages.filter(({ type }) => type === 'notice')).toEqual([]);
    expect(shapesOf(bobsCanvas.doc).has('shape:bobs')).toBe(false);
  });

  it('lets people add notes while nobody facilitates', async () => {
    await fay.do({ type: 'canvas.setLock', isLocked: true });
    fay.close();
    faysCanvas.close();
    const witness = await WorkshopClient.connect(alices);
    clients.push(witness);
    await witness.sees(({ canvas }) => canvas.yourRight === 'notes');
    writeNote(alice.doc, 'shape:alices');
    writeNote(alice.doc, 'shape:drawing', 'draw');
    await alice.until((doc) => !shapesOf(doc).has('shape:drawing'));
    expect(shapesOf(alice.doc).has('shape:alices')).toBe(true);
  });
});

describe('notes only', () => {
  it('takes notes and puts back everything else', async () => {
    await fay.do({ type: 'canvas.setNotesOnly', isNotesOnly: true });
    writeNote(alice.doc, 'shape:alices');
    writeNote(alice.doc, 'shape:drawing', 'draw');
    alice.doc.getMap('records').set('page:mine', { typeName: 'page', name: 'Mine', index: 'a2', meta: {} });
    await alice.until(
      (doc) => !shapesOf(doc).has('shape:drawing') && !doc.getMap('records').has('page:mine'),
    );
    await faysCanvas.until((doc) => shapesOf(doc).has('shape:alices'));
    expect([...shapesOf(faysCanvas.doc).keys()].toSorted()).toEqual(['shape:alices', 'shape:fays']);
  });
});

describe('a shape that a facilitator locked', () => {
  it('is put back when a contributor moves or unlocks it', async () => {
    shapesOf(faysCanvas.doc).get('shape:fays')?.set('isLocked', true);
    await alice.until((doc) => shapesOf(doc).get('shape:fays')?.get('isLocked') === true);
    move(alice.doc, 'shape:fays', 500);
    await alice.until((doc) => xOf(doc, 'shape:fays') === 100);
    shapesOf(alice.doc).get('shape:fays')?.set('isLocked', false);
    await alice.until((doc) => shapesOf(doc).get('shape:fays')?.get('isLocked') === true);
    writeNote(alice.doc, 'shape:alices');
    await faysCanvas.until((doc) => shapesOf(doc).has('shape:alices'));
    expect(xOf(faysCanvas.doc, 'shape:fays')).toBe(100);
  });
});
