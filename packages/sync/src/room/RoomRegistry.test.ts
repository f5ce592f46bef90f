import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { FakeClock, FakeSocket, MemoryBoardStore } from '@common-ground/testkit';
import { describe, expect, it } from 'vitest';
import { Committer } from './Committer.ts';
import type { Room } from './Room.ts';
import { RoomRegistry } from './RoomRegistry.ts';
import type { Session } from './Session.ts';

const board = 'board' as BoardId;

describe('RoomRegistry', () => {
  it('loads a board once for everybody who asks meanwhile', async () => {
    const { store, registry } = setUp();
    const [one, two] = await Promise.all([registry.open(board), registry.open(board)]);
    expect(one).toBe(two);
    expect(await registry.open(board)).toBe(one);
    expect(store.calls.load).toBe(1);
    expect(registry.peek(board)).toBe(one);
    expect(registry.rooms).toEqual([one]);
  });

  it('rejects for everybody who waits when a board cannot be read, keeps nothing, and tries afresh', async () => {
    const { store, registry } = setUp();
    store.failNext('load', 1, 'The database is damaged.');
    const attempts = await Promise.allSettled([registry.open(board), registry.open(board)]);
    expect(attempts.map((attempt) => attempt.status)).toEqual(['rejected', 'rejected']);
    expect(registry.size).toBe(0);
    await expect(registry.open(board)).resolves.toBeDefined();
  });

  it('unloads a board some time after the last person left, and loads it again when wanted', async () => {
    const { clock, registry } = setUp();
    const room = await registry.open(board);
    const session = join(room);
    await clock.advanceAsync(60_000);
    expect(registry.peek(board)).toBe(room);
    session.leave();
    await clock.advanceAsync(29_000);
    expect(registry.peek(board)).toBe(room);
    await clock.advanceAsync(1_000);
    expect(registry.size).toBe(0);
    expect(clock.pendingTimers).toBe(0);
    expect(await registry.open(board)).not.toBe(room);
  });

  it('unloads a board that was opened and never joined, and stays longer when asked for again', async () => {
    const { clock, registry } = setUp();
    const room = await registry.open(board);
    await clock.advanceAsync(20_000);
    expect(await registry.open(board)).toBe(room);
    await clock.advanceAsync(20_000);
    expect(registry.peek(board)).toBe(room);
    await clock.advanceAsync(10_000);
    expect(registry.size).toBe(0);
  });

  it('waits for a board that is being unloaded before it loads it again', async () => {
    const { store, clock, registry } = setUp();
    const room = await registry.open(board);
    await room.transact((doc) => doc.getMap('m').set('a', 1));
    const release = store.hold();
    clock.advance(30_000);
    const again = registry.open(board);
    expect(registry.peek(board)).toBeNull();
    release();
    const reloaded = await again;
    expect(reloaded).not.toBe(room);
    expect(reloaded.doc.getMap('m').toJSON()).toEqual({ a: 1 });
    expect(store.logLength(board)).toBe(0);
  });

  it('keeps a board in memory while its edits cannot be stored', async () => {
    const { store, clock, registry } = setUp();
    const room = await registry.open(board);
    store.failFromNowOn('append');
    const edit = room.transact((doc) => doc.getMap('m').set('a', 1));
    await clock.advanceAsync(120_000);
    expect(registry.peek(board)).toBe(room);
    store.heal();
    await clock.advanceAsync(120_000);
    await edit;
    expect(registry.size).toBe(0);
  });

  it('stores everything and closes every socket when the server stops', async () => {
    const { store, registry } = setUp();
    const room = await registry.open(board);
    const socket = new FakeSocket();
    join(room, socket);
    const edit = room.transact((doc) => doc.getMap('m').set('a', 1));
    await registry.closeAll();
    await edit;
    expect(socket.closeReason).toBe('restarting');
    expect((await store.load(board)).lastSeq).toBe(1);
    await expect(registry.open(board)).rejects.toThrow('stopping');
  });

  it('stops in time although the storage fails, and says what was not stored', async () => {
    const { store, clock, registry } = setUp();
    const room = await registry.open(board);
    store.failFromNowOn('append');
    const failure = room
      .transact((doc) => doc.getMap('m').set('a', 1))
      .then(String, (error: Error) => error.message);
    const closed = registry.closeAll();
    await clock.advanceAsync(8_000);
    await closed;
    expect(await failure).toContain('until the server');
    expect(registry.size).toBe(0);
  });
});

function setUp() {
  const store = new MemoryBoardStore();
  store.createBoard(board);
  const clock = new FakeClock();
  const committer = new Committer({ store, clock });
  const registry = new RoomRegistry({ store, clock, committer });
  return { store, clock, registry };
}

function join(room: Room, socket = new FakeSocket()): Session {
  const session = room.join({
    participantId: 'alice' as ParticipantId,
    role: 'contributor',
    wantsExtras: true,
    socket,
    board: {},
  });
  if ('refused' in session) throw new Error(session.refused);
  return session;
}
