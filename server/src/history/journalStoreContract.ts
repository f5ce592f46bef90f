import type { BoardId, CommandId, ParticipantId, Removal } from '@common-ground/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxRemovals, type JournalStore } from './JournalStore.ts';

/** A store with one board `b`, and what ends it. */
export interface JournalStoreSetup {
  readonly store: JournalStore;
  readonly dispose: () => Promise<void>;
}

const board = 'b' as BoardId;
const alice = 'alice' as ParticipantId;

function removal(at: number): Removal {
  return { at, by: at % 2 === 0 ? alice : null, shapeId: `shape:${at}`, type: 'note', text: `note ${at}` };
}

/** What every {@link JournalStore} does. */
export function journalStoreContract(name: string, setup: () => Promise<JournalStoreSetup>): void {
  describe(`${name} keeps what is needed later and`, () => {
    let store: JournalStore;
    let dispose: JournalStoreSetup['dispose'];
    beforeEach(async () => {
      ({ store, dispose } = await setup());
    });
    afterEach(() => dispose());

    it('tells removals newest first, from a time on', async () => {
      await store.addRemovals(board, [removal(1), removal(2)]);
      await store.addRemovals(board, [removal(3)]);
      expect(await store.removals(board, 0)).toEqual([removal(3), removal(2), removal(1)]);
      expect(await store.removals(board, 2)).toEqual([removal(3)]);
    });

    it('remembers the latest removals only', async () => {
      const all = Array.from({ length: maxRemovals + 2 }, (_, index) => removal(index + 1));
      await store.addRemovals(board, all);
      expect((await store.removals(board, 0)).at(-1)).toEqual(removal(3));
    });

    it('knows until when somebody has seen everything, and never goes back', async () => {
      expect(await store.seenUntil(board, alice)).toBeNull();
      await store.noteSeen(board, alice, 20);
      await store.noteSeen(board, alice, 10);
      expect(await store.seenUntil(board, alice)).toBe(20);
    });

    it('notes the first board that a command made', async () => {
      const commandId = 'c1' as CommandId;
      expect(await store.noteCopy(board, commandId, 'one' as BoardId)).toBe('one');
      expect(await store.noteCopy(board, commandId, 'two' as BoardId)).toBe('one');
    });
  });
}
