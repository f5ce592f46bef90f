import type { BoardId } from '@common-ground/protocol';
import { FakeClock, MemoryBoardStore } from '@common-ground/testkit';
import { describe, expect, it } from 'vitest';
import { Committer } from './Committer.ts';

describe('Committer', () => {
  it('appends the first at once, and in one go what came while that ran', async () => {
    const { store, clock, commit, log } = setUp('a', 'b');
    const release = store.hold();
    commit('a', 1);
    commit('a', 2);
    commit('b', 3);
    release();
    await clock.advanceAsync(10);
    expect(store.appended).toEqual([1, 2]);
    expect(log).toEqual(['durable 1', 'durable 2', 'durable 3']);
  });

  it('leaves a pause between appends so that the flushes of many rooms meet', async () => {
    const { store, clock, commit } = setUp('a', 'b');
    commit('a', 1);
    await clock.advanceAsync(0);
    commit('a', 2);
    await clock.advanceAsync(3);
    commit('b', 3);
    expect(store.calls.append).toBe(1);
    await clock.advanceAsync(1);
    expect(store.appended).toEqual([1, 2]);
  });

  it('tries again after growing pauses and doubles nothing', async () => {
    const { store, clock, commit, log, committer } = setUp('a');
    store.failNext('append', 3);
    commit('a', 1);
    await clock.advanceAsync(0);
    expect(committer.health).toEqual({ state: 'failing', since: clock.now(), reason: 'The disk is full.' });
    await clock.advanceAsync(250);
    expect(store.calls.append).toBe(2);
    await clock.advanceAsync(499);
    expect(store.calls.append).toBe(2);
    await clock.advanceAsync(1);
    expect(store.calls.append).toBe(3);
    await clock.advanceAsync(1_000);
    expect(log).toEqual(['trouble 1', 'trouble 1', 'trouble 1', 'durable 1']);
    expect(committer.health).toEqual({ state: 'healthy' });
    expect((await store.load('a' as BoardId)).updates).toEqual([Uint8Array.from([1])]);
  });

  it('never waits longer than the longest pause', async () => {
    const { store, clock, commit } = setUp('a');
    store.failFromNowOn('append');
    commit('a', 1);
    await clock.advanceAsync(60_000);
    const callsBefore = store.calls.append;
    await clock.advanceAsync(10_000);
    expect(store.calls.append - callsBefore).toBe(2);
  });

  it('keeps the order within a board when later commits come during the failure', async () => {
    const { store, clock, commit } = setUp('a');
    store.failNext('append', 2);
    commit('a', 1);
    commit('a', 2);
    await clock.advanceAsync(10);
    commit('a', 3);
    await clock.advanceAsync(10_000);
    expect((await store.load('a' as BoardId)).updates.map((update) => update[0])).toEqual([1, 2, 3]);
  });

  it('does not let one board that is gone hold up the others', async () => {
    const { store, clock, commit, log, committer } = setUp('a', 'b');
    const release = store.hold();
    commit('a', 1);
    commit('gone', 2);
    commit('b', 3);
    release();
    await clock.advanceAsync(10);
    expect(log).toEqual(['durable 1', 'trouble 2', 'durable 3']);
    expect(committer.health.state).toBe('failing');
    commit('a', 4);
    await clock.advanceAsync(10);
    expect(log).toContain('durable 4');
  });

  it('tells everybody who waits when the server gives up, and takes nothing more', async () => {
    const { store, clock, commit, log, committer } = setUp('a');
    store.failFromNowOn('append');
    commit('a', 1);
    await clock.advanceAsync(10);
    committer.abandon();
    commit('a', 2);
    store.heal();
    await clock.advanceAsync(60_000);
    expect(log).toEqual(['trouble 1', 'abandoned 1', 'abandoned 2']);
    expect(clock.pendingTimers).toBe(0);
  });
});

function setUp(...boards: string[]) {
  const store = new MemoryBoardStore();
  for (const board of boards) store.createBoard(board as BoardId);
  const clock = new FakeClock();
  const committer = new Committer({ store, clock });
  const log: string[] = [];
  const commit = (board: string, value: number): void => {
    const boardId = board as BoardId;
    committer.commit({
      boardId,
      entries: [{ boardId, update: Uint8Array.from([value]), at: clock.now(), newOwners: [] }],
      onDurable: () => log.push(`durable ${value}`),
      onTrouble: () => log.push(`trouble ${value}`),
      onAbandoned: () => log.push(`abandoned ${value}`),
    });
  };
  return { store, clock, committer, log, commit };
}
