import type { BoardId, ParticipantId } from '@common-ground/protocol';
import type { BoardStore, LogEntry } from '@common-ground/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';

/** A store under test. */
export interface BoardStoreSetup {
  readonly store: BoardStore;
  /** Makes a board known to the store, as creating one over HTTP would. */
  createBoard(boardId: BoardId): Promise<void>;
  /** Closes the store and opens it again on what is on disk. Left out by stores that keep nothing. */
  reopen?(): Promise<BoardStore>;
  /** Frees what the setup took. */
  dispose?(): Promise<void>;
}

const board = 'board' as BoardId;
const other = 'other' as BoardId;
const alice = 'alice' as ParticipantId;
const bob = 'bob' as ParticipantId;
const megabyte = 1024 * 1024;

/** What every {@link BoardStore} must do; call it in the store's own test file. `setup` makes an empty store. */
export function boardStoreContract(name: string, setup: () => Promise<BoardStoreSetup>): void {
  describe(`${name} is a board store`, () => {
    let given: BoardStoreSetup;
    let store: BoardStore;

    beforeEach(async () => {
      given = await setup();
      store = given.store;
      await given.createBoard(board);
      await given.createBoard(other);
    });
    afterEach(async () => given.dispose?.());

    describeLog(() => store);
    describeContents(() => store);
    describeFold(() => store);
    it('keeps everything when it is opened again', async ({ skip }) => {
      skip(given.reopen === undefined, 'This store keeps nothing.');
      await store.append([entry(board, [1], { newOwners: [[7, alice]] }), entry(other, [2])]);
      await store.fold(board, bytes(9), 1);
      await store.append([entry(board, [3])]);
      const reopened = (await given.reopen?.()) ?? store;
      expect(await reopened.load(board)).toEqual({
        snapshot: bytes(9),
        updates: [bytes(3)],
        lastSeq: 2,
        owners: [[7, alice]],
      });
      expect((await reopened.load(other)).updates).toEqual([bytes(2)]);
    });
  });
}

function describeLog(store: () => BoardStore): void {
  it('reads a board without edits as an empty canvas', async () => {
    expect(await store().load(board)).toEqual({ snapshot: null, updates: [], lastSeq: 0, owners: [] });
  });

  it('rejects reading, appending to and folding an unknown board', async () => {
    const unknown = 'unknown' as BoardId;
    await expect(store().load(unknown)).rejects.toBeInstanceOf(Error);
    await expect(store().append([entry(unknown, [1])])).rejects.toBeInstanceOf(Error);
    await expect(store().fold(unknown, bytes(1), 1)).rejects.toBeInstanceOf(Error);
  });

  it('keeps updates in the order they were appended, in one call and over calls', async () => {
    await store().append([entry(board, [1]), entry(other, [9]), entry(board, [2])]);
    await store().append([entry(board, [3])]);
    const { updates, lastSeq } = await store().load(board);
    expect(updates).toEqual([bytes(1), bytes(2), bytes(3)]);
    expect(lastSeq).toBe(3);
  });

  it("counts each board's sequence on its own, one per entry", async () => {
    await store().append([entry(board, [1]), entry(other, [2]), entry(board, [3])]);
    expect((await store().load(board)).lastSeq).toBe(2);
    expect((await store().load(other)).lastSeq).toBe(1);
  });

  it('appends all entries or none', async () => {
    const unknown = 'unknown' as BoardId;
    const entries = [entry(board, [1], { newOwners: [[7, alice]] }), entry(unknown, [2]), entry(board, [3])];
    await expect(store().append(entries)).rejects.toBeInstanceOf(Error);
    expect(await store().load(board)).toEqual({ snapshot: null, updates: [], lastSeq: 0, owners: [] });
    await store().append([entry(board, [4])]);
    expect((await store().load(board)).lastSeq).toBe(1);
  });

  it('takes an append of nothing', async () => {
    await store().append([]);
    expect((await store().load(board)).lastSeq).toBe(0);
  });
}

function describeContents(store: () => BoardStore): void {
  it('remembers who owns a client id, people and the server, up to the largest id', async () => {
    await store().append([entry(board, [1], { newOwners: [[1, alice], [2 ** 53 - 1, bob]] })]); // prettier-ignore
    await store().append([entry(board, [2], { newOwners: [[2 ** 32 - 1, 'server']] })]);
    const owners = new Map((await store().load(board)).owners);
    expect(owners).toEqual(new Map<number, string>([[1, alice], [2 ** 53 - 1, bob], [2 ** 32 - 1, 'server']])); // prettier-ignore
    expect((await store().load(other)).owners).toEqual([]);
  });

  it('keeps large updates byte for byte', async () => {
    const large = Uint8Array.from({ length: 3 * megabyte }, (_, index) => (index * 31) % 256);
    await store().append([{ ...entry(board, []), update: large }]);
    const [update] = (await store().load(board)).updates;
    expect(update?.length).toBe(large.length);
    expect(update?.every((value, index) => value === large[index])).toBe(true);
  });

  it('keeps what it was given when the caller uses the bytes again', async () => {
    const update = bytes(1, 2, 3);
    const appended = store().append([{ ...entry(board, []), update }]);
    await appended;
    update.fill(0);
    expect((await store().load(board)).updates).toEqual([bytes(1, 2, 3)]);
  });

  it('gives back plain byte arrays that Yjs reads', async () => {
    const doc = new Y.Doc();
    doc.getMap('shapes').set('note', 'hello');
    await store().append([{ ...entry(board, []), update: Y.encodeStateAsUpdate(doc) }]);
    const copy = new Y.Doc();
    for (const update of (await store().load(board)).updates) Y.applyUpdate(copy, update);
    expect(copy.getMap('shapes').toJSON()).toEqual({ note: 'hello' });
  });
}

function describeFold(store: () => BoardStore): void {
  it('replaces the folded updates by the snapshot and keeps later ones', async () => {
    await store().append([entry(board, [1]), entry(board, [2]), entry(board, [3])]);
    await store().fold(board, bytes(12), 2);
    expect(await store().load(board)).toEqual({
      snapshot: bytes(12),
      updates: [bytes(3)],
      lastSeq: 3,
      owners: [],
    });
  });

  it('goes on counting after everything was folded', async () => {
    await store().append([entry(board, [1], { newOwners: [[7, alice]] })]);
    await store().fold(board, bytes(1), 1);
    expect(await store().load(board)).toEqual({
      snapshot: bytes(1),
      updates: [],
      lastSeq: 1,
      owners: [[7, alice]],
    });
    await store().append([entry(board, [2])]);
    expect((await store().load(board)).lastSeq).toBe(2);
  });

  it('folds again over an older snapshot', async () => {
    await store().append([entry(board, [1])]);
    await store().fold(board, bytes(1), 1);
    await store().append([entry(board, [2])]);
    await store().fold(board, bytes(1, 2), 2);
    const { snapshot, updates } = await store().load(board);
    expect(snapshot).toEqual(bytes(1, 2));
    expect(updates).toEqual([]);
  });

  it('leaves other boards alone', async () => {
    await store().append([entry(board, [1]), entry(other, [2])]);
    await store().fold(board, bytes(1), 1);
    expect((await store().load(other)).updates).toEqual([bytes(2)]);
  });
}

function entry(boardId: BoardId, update: readonly number[], rest: Partial<LogEntry> = {}): LogEntry {
  return { boardId, update: bytes(...update), at: Date.UTC(2026, 0, 1), newOwners: [], ...rest };
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
