import type { BoardId, CommandId, ParticipantId } from '@common-ground/protocol';
import type { ReceiptRow, WorkshopEntry, WorkshopStore } from '@common-ground/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A store under test. */
export interface WorkshopStoreSetup {
  readonly store: WorkshopStore;
  /** Makes a board known to the store, as creating one over HTTP would. */
  createBoard(boardId: BoardId): Promise<void>;
  /** Closes the store and opens it again on what is on disk. Left out by stores that keep nothing. */
  reopen?(): Promise<WorkshopStore>;
  /** Whether the text stands anywhere in the files on disk, logs included. Left out by stores that keep nothing. */
  isOnDisk?(text: string): Promise<boolean>;
  /** Frees what the setup took. */
  dispose?(): Promise<void>;
}

const board = 'board' as BoardId;
const other = 'other' as BoardId;
const nothing = { events: [], privates: [], receipts: [], effectsUpTo: 0 };

/** What every {@link WorkshopStore} must do; call it in the store's own test file. `setup` makes an empty store. */
export function workshopStoreContract(name: string, setup: () => Promise<WorkshopStoreSetup>): void {
  describe(`${name} is a workshop store`, () => {
    let given: WorkshopStoreSetup;

    beforeEach(async () => {
      given = await setup();
      await given.createBoard(board);
      await given.createBoard(other);
    });
    afterEach(async () => given.dispose?.());

    describeAppend(() => given.store);
    describePrivates(() => given.store);
    describeReceipts(() => given.store);
    describeDisk(() => given);
  });
}

function describeAppend(store: () => WorkshopStore): void {
  it('reads a board without a workshop as an empty one', async () => {
    expect(await store().load(board)).toEqual(nothing);
  });

  it('keeps events in order, each board its own', async () => {
    await store().append(entry({ events: ['1', '2'] }));
    await store().append(entry({ expectedVersion: 2, events: ['3'] }));
    await store().append(entry({ boardId: other, events: ['9'] }));
    expect((await store().load(board)).events).toEqual(['1', '2', '3']);
    expect((await store().load(other)).events).toEqual(['9']);
  });

  it.each([0, 1, 3])(
    'stores nothing of an entry that expects %i events where there are two',
    async (expectedVersion) => {
      await store().append(entry({ events: ['1', '2'], puts: [row('a')] }));
      const before = await store().load(board);
      const late = entry({ expectedVersion, events: ['x'], puts: [row('b')], deletes: ['a'] }, 'late');
      expect(await store().append(late)).toBe(false);
      expect(await store().load(board)).toEqual(before);
    },
  );

  it('rejects for a board that is unknown', async () => {
    const unknown = 'unknown' as BoardId;
    await expect(store().load(unknown)).rejects.toThrow('unknown');
    await expect(store().append(entry({ boardId: unknown }))).rejects.toThrow('unknown');
    await expect(store().noteEffects(unknown, 1)).rejects.toThrow('unknown');
  });

  it('remembers how far effects have come, and never goes back', async () => {
    await store().append(entry({ events: ['1', '2', '3'] }));
    await store().noteEffects(board, 2);
    await store().noteEffects(board, 1);
    expect((await store().load(board)).effectsUpTo).toBe(2);
    expect((await store().load(other)).effectsUpTo).toBe(0);
  });
}

function describePrivates(store: () => WorkshopStore): void {
  it('puts, replaces at their place and deletes private rows', async () => {
    await store().append(entry({ puts: [row('b'), row('a'), row('c')] }, 'one'));
    await store().append(entry({ puts: [row('b', 'new')], deletes: ['a', 'none'] }, 'two'));
    expect((await store().load(board)).privates).toEqual([row('b', 'new'), row('c')]);
    expect((await store().load(other)).privates).toEqual([]);
  });

  it('tells rows of the same name on two boards apart', async () => {
    await store().append(entry({ puts: [row('a')] }));
    await store().append(entry({ boardId: other, puts: [row('a', 'other')] }));
    await store().append(entry({ deletes: ['a'] }, 'two'));
    expect((await store().load(board)).privates).toEqual([]);
    expect((await store().load(other)).privates).toEqual([row('a', 'other')]);
  });
}

function describeReceipts(store: () => WorkshopStore): void {
  it('keeps the latest receipts of each participant', async () => {
    for (const commandId of ['1', '2', '3', '4']) {
      await store().append(entry({ keepReceipts: 2 }, commandId));
      await store().append(entry({ receipt: receipt(commandId, 'bob'), keepReceipts: 3 }));
    }
    const { receipts } = await store().load(board);
    const of = (name: string) => receipts.filter(({ participantId }) => participantId === name);
    expect(of('alice')).toEqual([receipt('3'), receipt('4')]);
    expect(of('bob')).toEqual([receipt('2', 'bob'), receipt('3', 'bob'), receipt('4', 'bob')]);
  });
}

function describeDisk(given: () => WorkshopStoreSetup): void {
  it('keeps everything when it is opened again', async ({ skip }) => {
    skip(given().reopen === undefined, 'This store keeps nothing.');
    await given().store.append(entry({ events: ['1'], puts: [row('b'), row('a')] }));
    await given().store.noteEffects(board, 1);
    const before = await given().store.load(board);
    expect(await ((await given().reopen?.()) ?? given().store).load(board)).toEqual(before);
  });

  it('leaves no trace of what was deleted, earlier versions included', async ({ skip }) => {
    const { store } = given();
    skip(given().isOnDisk === undefined, 'This store keeps nothing.');
    const onDisk = (text: string) => given().isOnDisk?.(text);
    const ids = Array.from({ length: 40 }, (_, index) => `draft:${index}`);
    for (const [index, id] of ids.entries())
      await store.append(entry({ puts: [row(id, markedText(index))] }, id));
    expect(await onDisk('marker-')).toBe(true);
    const deletes = ids.filter((id) => id !== 'draft:7');
    await store.append(entry({ puts: [row('draft:7', 'revised')], deletes }));
    expect(await onDisk('marker-')).toBe(false);
    expect(await onDisk('revised')).toBe(true);
    expect((await store.load(board)).privates).toEqual([row('draft:7', 'revised')]);
  });
}

/** Some are longer than a page of a database, so that whole pages become free. */
function markedText(index: number): string {
  return `marker-${index} `.repeat(index % 5 === 0 ? 1_000 : 3);
}

function row(id: string, data = `data of ${id}`) {
  return { id, data };
}

function receipt(commandId: string, participantId = 'alice'): ReceiptRow {
  return {
    participantId: participantId as ParticipantId,
    commandId: commandId as CommandId,
    data: `answer to ${commandId}`,
  };
}

function entry(rest: Partial<WorkshopEntry>, commandId = 'command'): WorkshopEntry {
  return {
    boardId: board,
    expectedVersion: 0,
    events: [],
    puts: [],
    deletes: [],
    receipt: receipt(commandId),
    keepReceipts: 8,
    ...rest,
  };
}
