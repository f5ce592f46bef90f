import { decodeServerMessage, type BoardId, type ParticipantId } from '@common-ground/protocol';
import { FakeSocket } from '@common-ground/testkit';
import * as decoding from 'lib0/decoding';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../storage/Database.ts';
import { sqliteStores, type DatabaseStores } from '../storage/DatabaseStores.ts';
import { memoryBoards } from '../testing/memoryBoards.ts';
import type { LiveBoards } from './LiveBoards.ts';
import { SqliteBoardDirectory } from './SqliteBoardDirectory.ts';

let directory: SlowDirectory;
let live: LiveBoards;
beforeEach(async () => {
  directory = new SlowDirectory(openDatabase(':memory:'));
  ({ live } = await memoryBoards(directory.stores));
  // The workshop reads the directory as well; from here on only who comes does.
  await live.open(boardId);
});

const boardId = 'b' as BoardId;

/** A directory in which something may happen while a board is being looked up. */
class SlowDirectory extends SqliteBoardDirectory {
  readonly stores: DatabaseStores;
  meanwhile: (() => Promise<void>) | null = null;

  constructor(database: Database) {
    super(database);
    this.stores = { ...sqliteStores(database), directory: this };
  }

  override async find(id: BoardId) {
    const found = await super.find(id);
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    return found;
  }
}

/** The title in the first frame that somebody who joins now gets. */
async function titleToldTo(socket: FakeSocket): Promise<string | undefined> {
  const frames: Uint8Array[] = [];
  socket.onFrame = (frame) => frames.push(frame);
  await live.join(boardId, {
    participantId: 'alice' as ParticipantId,
    role: 'observer',
    wantsExtras: true,
    socket,
  });
  const decoder = decoding.createDecoder(frames[0] ?? new Uint8Array());
  const message = decodeServerMessage(decoding.readVarUint(decoder), decoder);
  return message.ok && message.value.type === 'board' ? message.value.change.title : undefined;
}

describe('LiveBoards', () => {
  it('tells a newcomer what was announced while they were coming in', async () => {
    directory.meanwhile = async () => {
      await directory.rename(boardId, 'New title');
      live.announce(boardId, { title: 'New title' });
    };
    expect(await titleToldTo(new FakeSocket())).toBe('New title');
  });

  it('gives a board its page before anybody sees it, however many come at once', async () => {
    const rooms = await Promise.all([live.open(boardId), live.open(boardId), live.open(boardId)]);
    expect(new Set(rooms).size).toBe(1);
    expect([...(rooms[0]?.doc.getMap('records').keys() ?? [])]).toContain('page:page');
  });

  it('counts people, not connections', async () => {
    await titleToldTo(new FakeSocket());
    await titleToldTo(new FakeSocket());
    expect(live.presentCount(boardId)).toBe(1);
    expect(live.presentCount('c' as BoardId)).toBe(0);
  });

  it('rejects an unknown board', async () => {
    await expect(live.open('c' as BoardId)).rejects.toThrow('c');
  });

  it('rejects an edit of the server with what the edit throws, and keeps nothing of it', async () => {
    const failing = live.edit(boardId, (doc) => {
      doc.getMap('records').set('page:half', {});
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    const room = await live.open(boardId);
    await room.transact(() => undefined);
    expect(room.doc.getMap('records').has('page:half')).toBe(false);
  });
});
