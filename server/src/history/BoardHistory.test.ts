import type { BoardId, ParticipantId, SnapshotId } from '@common-ground/protocol';
import { FakeClock, MemoryBoardStore, settlePromises } from '@common-ground/testkit';
import { beforeEach, describe, expect, test } from 'vitest';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { BoardHistory } from './BoardHistory.ts';
import { SqliteSnapshotStore } from './SqliteSnapshotStore.ts';

const boardId = 'b' as BoardId;
const [alice, bob] = ['alice', 'bob'] as unknown as [ParticipantId, ParticipantId];
const everyMs = 5 * 60_000;

let clock: FakeClock;
let canvases: MemoryBoardStore;
let snapshots: SqliteSnapshotStore;
let history: BoardHistory;
let present: Set<ParticipantId>;
let errors: string[];
beforeEach(async () => {
  const database = openDatabase(':memory:');
  await new SqliteBoardDirectory(database).create(newBoard(boardId));
  clock = new FakeClock();
  canvases = new MemoryBoardStore();
  canvases.createBoard(boardId);
  snapshots = new SqliteSnapshotStore(database);
  present = new Set();
  errors = [];
  let made = 0;
  history = new BoardHistory({
    boardId,
    room: () => ({ participantIds: present, broadcast: () => undefined }),
    published: () => null,
    stepTitle: () => 'Write',
    canvases,
    snapshots,
    tasks: { take: async () => ({ content: new Uint8Array([1]), noteCount: 0, assetIds: [] }) },
    clock,
    newId: () => `s${(made += 1)}` as SnapshotId,
    config: { everyMs, keep: [] },
    onError: (_error, what) => errors.push(what),
    onChange: () => undefined,
  });
});

async function reasons(): Promise<string[]> {
  await settlePromises();
  return (await snapshots.list(boardId)).map(({ reason }) => reason);
}

describe('a board’s history', () => {
  test('keeps a moment every few minutes while people edit, and none while they do not', async () => {
    history.changed();
    history.changed();
    await clock.advanceAsync(everyMs - 1);
    expect(await reasons()).toEqual([]);
    await clock.advanceAsync(1);
    expect(await reasons()).toEqual(['interval']);
    await clock.advanceAsync(10 * everyMs);
    expect(await reasons()).toEqual(['interval']);
  });

  test('keeps one when the last has left, unless nothing changed since the one before', async () => {
    history.changed();
    history.emptied();
    expect(await reasons()).toEqual(['left']);
    history.emptied();
    expect(await reasons()).toEqual(['left']);
  });

  test('tells who was here since the moment before', async () => {
    history.joined(alice);
    present.add(bob);
    const first = await history.take({ reason: 'named', by: bob, name: 'One' });
    expect(new Set(first.people)).toEqual(new Set([alice, bob]));
    const second = await history.take({ reason: 'step', by: bob, stepTitle: null });
    expect(second).toMatchObject({ people: [bob], stepTitle: null });
  });

  test('tries again later when the storage failed, and keeps nothing once it is closed', async () => {
    canvases.failNext('load');
    history.changed();
    await clock.advanceAsync(everyMs);
    expect(await reasons()).toEqual([]);
    expect(errors).toEqual(['keeping a moment (interval)']);
    history.emptied();
    expect(await reasons()).toEqual(['left']);
    history.changed();
    history.close();
    await clock.advanceAsync(everyMs);
    history.emptied();
    expect(await reasons()).toEqual(['left']);
  });
});
