import type { TLShape } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  BoardBinding,
  createBoardSchema,
  noteShape,
  openBoard,
  startBoard,
  type ShapeSeed,
} from './index.ts';
import { createTestStore, HandTurnedFrames } from './testing/index.ts';

const seed: ShapeSeed = {
  id: 'shape:1' as TLShape['id'],
  parentId: 'page:page' as TLShape['parentId'],
  index: 'a1' as TLShape['index'],
  x: 100,
  y: 50,
  meta: {},
};

/** The update that moves the note in somebody else's copy of the document. */
function fromSomebodyElse(doc: Y.Doc): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.transact(() => openBoard(copy).positions.setMany(new Map([[seed.id, [300, 50, 0]]])));
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
}

test('the README’s example runs', () => {
  // README begins
  const schema = createBoardSchema([]);
  const doc = new Y.Doc();
  startBoard(doc, schema);

  const store = createTestStore(schema);
  const frames = new HandTurnedFrames();
  const binding = new BoardBinding({ board: openBoard(doc), store, frames, mayWrite: () => true });

  // What the person does is in the document at once.
  store.put([noteShape(seed, 'Clean water', 'yellow')]);
  expect(openBoard(doc).positions.get(seed.id)).toEqual([100, 50, 0]);

  // What comes in from others is seen when a frame passes.
  Y.applyUpdate(doc, fromSomebodyElse(doc));
  frames.turn();
  expect(store.get(seed.id)).toMatchObject({ x: 300, y: 50 });
  binding.dispose();
  // README ends
});
