import { TestBoard, type TestClient } from '@common-ground/testkit';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

function list(doc: Y.Doc): Y.Array<string> {
  return doc.getArray('list');
}

/** Replaces the oldest entry by a new one, as moving a note does, in a frame of its own. */
function replaceOldest(client: TestClient, entry: string): void {
  client.doc.transact(() => {
    list(client.doc).delete(0, 1);
    list(client.doc).push([entry]);
  });
  client.send();
}

async function stored(board: TestBoard): Promise<Y.Doc> {
  const { snapshot, updates } = await board.store.load(board.boardId);
  const doc = new Y.Doc();
  for (const update of snapshot === null ? updates : [snapshot, ...updates]) Y.applyUpdate(doc, update);
  return doc;
}

test('a batch in which people delete between each other leaves what they all see', async () => {
  const board = await TestBoard.open();
  const alice = await board.connect('alice');
  const bob = await board.connect('bob');
  list(alice.doc).push(['a', 'b', 'c', 'd']);
  await board.settle();
  // The first goes at once, the others together.
  for (const entry of ['e', 'f', 'g']) replaceOldest(alice, entry);
  replaceOldest(bob, 'h');
  list(bob.doc).delete(0, 1);
  bob.send();
  replaceOldest(alice, 'i');
  await board.settle();
  const entries = list(board.room.doc).toArray();
  expect(entries.toSorted()).toEqual(['e', 'f', 'g', 'h', 'i']);
  for (const doc of [alice.doc, bob.doc, await stored(board)]) expect(list(doc).toArray()).toEqual(entries);
  expect(alice.savedCount).toBe(alice.sentEdits);
  board.dispose();
});

test('an edit that is refused takes nothing of its neighbours with it', async () => {
  const board = await TestBoard.open();
  const alice = await board.connect('alice');
  const bob = await board.connect('bob');
  list(alice.doc).push(['a', 'b']);
  await board.settle();
  replaceOldest(alice, 'c');
  replaceOldest(alice, 'd');
  // Alice's next edit is lost, so the one after it builds on what the server lacks.
  list(alice.doc).push(['lost']);
  alice.lose();
  replaceOldest(alice, 'e');
  await board.settle();
  expect(list(board.room.doc).toArray()).toEqual(['d', 'lost', 'e']);
  expect(list(bob.doc).toArray()).toEqual(['d', 'lost', 'e']);
  board.dispose();
});
