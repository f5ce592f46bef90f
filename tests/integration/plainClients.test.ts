import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from './support/startServer.ts';
import { createBoard, Visitor } from './support/visit.ts';
import { YClient } from './support/YClient.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Puts a note on the canvas as docs/PROTOCOL.md describes it, with nothing but yjs. */
function writeNote(doc: Y.Doc, id: string, words: string): void {
  doc.transact(() => {
    const note = new Y.Map([['t', new Y.Text(words)]] as [string, unknown][]);
    doc.getMap<Y.Map<unknown>>('shapes').set(id, note);
    doc.getArray('positions').push([{ key: id, val: [10, 20, 0] }]);
  });
}

function schemaOf(doc: Y.Doc): string {
  return JSON.stringify(doc.getMap('meta').get('schema'));
}

function textOf(doc: Y.Doc, id: string): string {
  return sharedText(doc, id)?.toJSON() ?? '';
}

function sharedText(doc: Y.Doc, id: string): Y.Text | undefined {
  return doc.getMap<Y.Map<unknown>>('shapes').get(id)?.get('t') as Y.Text | undefined;
}

describe('two clients made of nothing but yjs and y-websocket', () => {
  it('see what the other writes, both ways, and it is there for a third one later', async () => {
    const board = await createBoard(server);
    const alice = await YClient.open(await Visitor.join(server, board, 'contributor'));
    const bob = await YClient.open(await Visitor.join(server, board, 'contributor'));
    writeNote(alice.doc, 'shape:alice', 'Hello from Alice');
    writeNote(bob.doc, 'shape:bob', 'Hello from Bob');
    await alice.until((doc) => textOf(doc, 'shape:bob').includes('Hello from Bob'));
    await bob.until((doc) => textOf(doc, 'shape:alice').includes('Hello from Alice'));
    alice.close();
    bob.close();
    await server.restart();
    const carol = await YClient.open(await Visitor.join(server, board, 'observer'));
    expect(textOf(carol.doc, 'shape:alice')).toBe('Hello from Alice');
    expect(textOf(carol.doc, 'shape:bob')).toBe('Hello from Bob');
    carol.close();
  });

  it('type in one text and lose no character', async () => {
    const board = await createBoard(server);
    const alice = await YClient.open(await Visitor.join(server, board, 'contributor'));
    const bob = await YClient.open(await Visitor.join(server, board, 'contributor'));
    writeNote(alice.doc, 'shape:n', 'middle');
    await bob.until((doc) => textOf(doc, 'shape:n') !== '');
    for (const character of ' dne') sharedText(bob.doc, 'shape:n')?.insert(6, character);
    for (const character of ' trats'.slice(1)) sharedText(alice.doc, 'shape:n')?.insert(0, character);
    const both = 'startmiddleend ';
    await alice.until((doc) => textOf(doc, 'shape:n') === both);
    await bob.until((doc) => textOf(doc, 'shape:n') === both);
    expect(textOf(alice.doc, 'shape:n')).toBe(textOf(bob.doc, 'shape:n'));
    alice.close();
    bob.close();
  });

  it('cannot pass the board off as one of a newer program: the server puts its own notes back', async () => {
    const board = await createBoard(server);
    const mallory = await YClient.open(await Visitor.join(server, board, 'contributor'));
    const before = schemaOf(mallory.doc);
    mallory.doc.getMap('meta').set('schema', { schemaVersion: 2, sequences: { evil: 9 } });
    await mallory.until((doc) => schemaOf(doc) === before);
    const bob = await YClient.open(await Visitor.join(server, board, 'contributor'));
    expect(schemaOf(bob.doc)).toBe(before);
    mallory.close();
    bob.close();
  });

  it('see who else is there, until they leave', async () => {
    const board = await createBoard(server);
    const visitor = await Visitor.join(server, board, 'contributor');
    const alice = await YClient.open(visitor);
    const bob = await YClient.open(await Visitor.join(server, board, 'contributor'));
    alice.provider.awareness.setLocalState({ cursor: [1, 2] });
    const { awareness } = bob.provider;
    const id = alice.doc.clientID;
    await changed(awareness, () => awareness.getStates().get(id)?.['cursor'] !== undefined);
    expect(awareness.getStates().get(id)).toEqual({ cursor: [1, 2], pid: visitor.participantId });
    alice.close();
    await changed(awareness, () => !awareness.getStates().has(id));
    expect(awareness.getStates().has(id)).toBe(false);
    bob.close();
  });

  it('come back with a new ticket after the server was away, and bring what they wrote meanwhile', async () => {
    const board = await createBoard(server);
    const visitor = await Visitor.join(server, board, 'contributor');
    const alice = await YClient.open(visitor);
    writeNote(alice.doc, 'shape:before', 'before');
    await server.restart();
    alice.provider.disconnect();
    writeNote(alice.doc, 'shape:meanwhile', 'meanwhile');
    alice.provider.params['ticket'] = await visitor.ticket();
    alice.provider.connect();
    await alice.synced();
    const bob = await YClient.open(await Visitor.join(server, board, 'contributor'));
    await bob.until((doc) => textOf(doc, 'shape:meanwhile') !== '' && textOf(doc, 'shape:before') !== '');
    expect([...bob.doc.getMap('shapes').keys()].toSorted()).toEqual(['shape:before', 'shape:meanwhile']);
    alice.close();
    bob.close();
  });
});

/** Waits until an awareness satisfies the condition. */
function changed(awareness: YClient['provider']['awareness'], condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!condition()) return;
      awareness.off('change', look);
      resolve();
    };
    awareness.on('change', look);
    look();
  });
}
