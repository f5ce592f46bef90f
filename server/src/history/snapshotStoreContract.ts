import type { BoardId, CommandId, ParticipantId, SnapshotId } from '@common-ground/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotStore, StoredSnapshot } from './SnapshotStore.ts';

/** A store with one board `b`, and what ends it. */
export interface SnapshotStoreSetup {
  readonly store: SnapshotStore;
  readonly dispose: () => Promise<void>;
}

const board = 'b' as BoardId;

/** A moment to keep. */
export function snapshotOf(
  id: string,
  at: number,
  more: Partial<StoredSnapshot['record']> = {},
): StoredSnapshot {
  return {
    record: {
      id: id as SnapshotId,
      at,
      reason: 'interval',
      name: null,
      by: null,
      people: ['alice' as ParticipantId],
      noteCount: 3,
      stepTitle: 'Write',
      upToSeq: 7,
      assetIds: [],
      commandId: null,
      ...more,
    },
    content: new Uint8Array([1, 2, at % 256]),
  };
}

/** What every {@link SnapshotStore} does. */
export function snapshotStoreContract(name: string, setup: () => Promise<SnapshotStoreSetup>): void {
  describe(`${name} keeps what is needed later and`, () => {
    let store: SnapshotStore;
    let dispose: SnapshotStoreSetup['dispose'];
    beforeEach(async () => {
      ({ store, dispose } = await setup());
    });
    afterEach(() => dispose());

    it('gives back what it keeps, the list newest first and without contents', async () => {
      const [one, two] = [snapshotOf('one', 1), snapshotOf('two', 2, { reason: 'step', stepTitle: null })];
      expect(await store.add(board, one)).toEqual(one.record);
      await store.add(board, two);
      expect(await store.list(board)).toEqual([two.record, one.record]);
      expect(await store.find(board, one.record.id)).toEqual(one);
      expect(await store.find(board, 'three' as SnapshotId)).toBeNull();
    });

    it('keeps one moment for a command', async () => {
      const commandId = 'c1' as CommandId;
      const first = snapshotOf('one', 1, { commandId });
      await store.add(board, first);
      expect(await store.add(board, snapshotOf('two', 2, { commandId }))).toEqual(first.record);
      expect(await store.findByCommand(board, commandId)).toEqual(first.record);
      expect(await store.findByCommand(board, 'c2' as CommandId)).toBeNull();
      expect(await store.list(board)).toHaveLength(1);
    });

    it('lets moments go, but none with a name', async () => {
      for (const [at, id] of ['one', 'two', 'three'].entries()) await store.add(board, snapshotOf(id, at));
      const named = await store.name(board, 'two' as SnapshotId, 'Agreed');
      expect(named).toMatchObject({ id: 'two', name: 'Agreed' });
      await store.remove(board, ['one', 'two'] as SnapshotId[]);
      expect((await store.list(board)).map(({ id }) => id)).toEqual(['three', 'two']);
      expect(await store.name(board, 'one' as SnapshotId, 'Gone')).toBeNull();
    });

    it('rejects for an unknown board', async () => {
      const nowhere = 'nowhere' as BoardId;
      await expect(store.add(nowhere, snapshotOf('one', 1))).rejects.toThrow('nowhere');
      await expect(store.list(nowhere)).rejects.toThrow('nowhere');
    });
  });
}
