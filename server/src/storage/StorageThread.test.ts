import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardId, CommandId, LinkId, ParticipantId } from '@common-ground/protocol';
import { boardStoreContract } from '@common-ground/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { isStorageError, StorageError } from './StorageError.ts';
import { StorageThread } from './StorageThread.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  path = join(folder, 'boards.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

boardStoreContract('StorageThread', async () => {
  let thread = await StorageThread.open(path);
  return {
    store: thread.stores.canvases,
    createBoard: (boardId) => thread.stores.directory.create(newBoard(boardId)),
    reopen: async () => {
      await thread.close();
      thread = await StorageThread.open(path);
      return thread.stores.canvases;
    },
    dispose: () => thread.close(),
  };
});

describe('StorageThread', () => {
  it('has every store of the database', async () => {
    const thread = await StorageThread.open(path);
    const { directory, links, participants } = thread.stores;
    const board = newBoard('b');
    await directory.create(board);
    expect(await directory.find(board.id)).toMatchObject({ id: 'b', title: 'Our board' });
    expect(await directory.findLaunch(board.id, 'none' as CommandId)).toBeNull();
    expect(await links.find(board.id, board.links.observer.secretHash)).toMatchObject({ role: 'observer' });
    const alice: ParticipantRecord = {
      id: 'alice' as ParticipantId,
      name: 'Alice',
      partnerId: null,
      role: 'observer',
      linkId: 'b-observer' as LinkId,
      joinedAt: 1,
      removedAt: null,
    };
    await participants.add(board.id, alice);
    expect(await participants.list(board.id)).toEqual([alice]);
    await thread.close();
  });

  it('finishes what was called before it closes, and rejects what comes later', async () => {
    const thread = await StorageThread.open(path);
    const created = thread.stores.directory.create(newBoard('b'));
    const closed = thread.close();
    await created;
    await closed;
    await expect(thread.stores.directory.find('b' as BoardId)).rejects.toThrow('The database is closed.');
    await expect(thread.close()).resolves.toBeUndefined();
  });

  it('says where and why when the database cannot be used', async () => {
    writeFileSync(path, 'x'.repeat(5_000));
    const opened = StorageThread.open(path);
    await expect(opened).rejects.toBeInstanceOf(StorageError);
    await expect(opened).rejects.toThrow(`${path}: the database is damaged`);
  });

  it('passes errors on so that a fault of ours is no failing disk', async () => {
    const thread = await StorageThread.open(path);
    await thread.stores.directory.create(newBoard('b'));
    const error: unknown = await thread.stores.directory
      .create(newBoard('b'))
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ errcode: 2067, message: expect.stringContaining('UNIQUE') });
    expect(isStorageError(error)).toBe(false);
    await thread.close();
  });
});
