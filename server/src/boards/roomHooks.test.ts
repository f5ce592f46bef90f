import { openBoard, startBoard } from '@common-ground/board';
import type { BoardId } from '@common-ground/protocol';
import type { Room } from '@common-ground/sync';
import type { FastifyBaseLogger } from 'fastify';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardSchema } from './prepareBoard.ts';
import { roomHooks } from './roomHooks.ts';

it('a board is tidied up when everybody has left, if something changed since the last time', async () => {
  const doc = new Y.Doc();
  startBoard(doc, boardSchema);
  let edits = 0;
  const transact = async (edit: (doc: Y.Doc) => unknown) => {
    edits += 1;
    return edit(doc);
  };
  const log = { error: () => undefined } as unknown as FastifyBaseLogger;
  const hooks = roomHooks('b' as BoardId, () => ({ doc, transact }) as unknown as Room, log);
  hooks.onDoc?.(doc);

  hooks.onEmpty?.();
  expect(edits).toBe(0);

  openBoard(doc).records.delete('page:page');
  hooks.onEmpty?.();
  expect(edits).toBe(1);
  expect(openBoard(doc).records.has('page:page')).toBe(true);

  // The repair itself counts as a change, once.
  hooks.onEmpty?.();
  hooks.onEmpty?.();
  expect(edits).toBe(2);
});
