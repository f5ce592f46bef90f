import type { BoardId, ParticipantId } from '@common-ground/protocol';
import { FakeClock, settlePromises } from '@common-ground/testkit';
import { beforeEach, describe, expect, test } from 'vitest';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { openDatabase } from '../storage/Database.ts';
import { SqliteJournalStore } from './SqliteJournalStore.ts';
import { Visits } from './Visits.ts';

const boardId = 'b' as BoardId;
const alice = 'alice' as ParticipantId;
const hourMs = 3_600_000;

let clock: FakeClock;
let journal: SqliteJournalStore;
let visits: Visits;
let errors: unknown[];
beforeEach(async () => {
  const database = openDatabase(':memory:');
  await new SqliteBoardDirectory(database).create(newBoard(boardId));
  clock = new FakeClock(1_000);
  journal = new SqliteJournalStore(database);
  errors = [];
  visits = new Visits({ journal, clock, onError: (_boardId, error) => errors.push(error) });
});

async function stays(ms: number): Promise<void> {
  visits.joined(boardId, alice);
  await clock.advanceAsync(ms);
  visits.left(boardId, alice);
  await settlePromises();
}

const since = () => visits.seenUntil(boardId, alice);

describe('what somebody has seen', () => {
  test('is all that happens while they are there for the first time', async () => {
    expect(await since()).toBeNull();
    visits.joined(boardId, alice);
    await clock.advanceAsync(hourMs);
    expect(await since()).toBe(1_000 + hourMs);
    visits.left(boardId, alice);
    await settlePromises();
    await clock.advanceAsync(hourMs);
    expect(await since()).toBe(1_000 + hourMs);
  });

  test('is not what they came back to until they say so, on whatever device', async () => {
    await stays(0);
    await clock.advanceAsync(hourMs);
    await stays(hourMs);
    expect(await since()).toBe(1_000);
    visits.joined(boardId, alice);
    visits.joined(boardId, alice);
    await visits.see(boardId, alice, clock.now());
    await clock.advanceAsync(hourMs);
    expect(await since()).toBe(clock.now());
    visits.left(boardId, alice);
    const leftAt = clock.now();
    await clock.advanceAsync(hourMs);
    expect(await since()).toBe(leftAt);
  });

  test('is not what is still to come, nor all when they speak of long ago', async () => {
    await stays(0);
    await clock.advanceAsync(hourMs);
    await visits.see(boardId, alice, clock.now() + hourMs);
    expect(await since()).toBe(clock.now());
    await clock.advanceAsync(hourMs);
    visits.joined(boardId, alice);
    await visits.see(boardId, alice, clock.now() - hourMs / 2);
    expect(await since()).toBe(clock.now() - hourMs / 2);
  });

  test('is left as it was when the storage fails, and that is told', async () => {
    visits.joined('unknown' as BoardId, alice);
    await settlePromises();
    visits.left('unknown' as BoardId, alice);
    await settlePromises();
    expect(errors).toHaveLength(1);
  });
});
