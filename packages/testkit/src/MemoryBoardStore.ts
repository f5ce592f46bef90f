import type { BoardId } from '@common-ground/protocol';
import type { BoardStore, ClientOwner, LogEntry, StoredCanvas } from '@common-ground/sync';

/** A method of the store whose calls can be made to fail or to wait. */
export type StoreMethod = 'load' | 'append' | 'fold';

interface Row {
  readonly seq: number;
  readonly update: Uint8Array;
}

interface Board {
  snapshot: Uint8Array | null;
  rows: Row[];
  lastSeq: number;
  readonly owners: Map<number, ClientOwner>;
}

/** The board store kept in memory, with failures on demand. Copies bytes both ways, as a disk does. */
export class MemoryBoardStore implements BoardStore {
  /** How often each method was called. */
  readonly calls: Record<StoreMethod, number> = { load: 0, append: 0, fold: 0 };
  /** How many entries each append brought that succeeded. */
  readonly appended: number[] = [];
  readonly #boards = new Map<BoardId, Board>();
  readonly #failures: Record<StoreMethod, string[]> = { load: [], append: [], fold: [] };
  readonly #outages = new Map<StoreMethod, string>();
  #held: { readonly promise: Promise<void>; readonly release: () => void } | null = null;

  /** Makes a board known; without edits it is an empty canvas. */
  createBoard(boardId: BoardId): void {
    this.#boards.set(boardId, { snapshot: null, rows: [], lastSeq: 0, owners: new Map() });
  }

  /** Makes the next `times` calls of a method reject. */
  failNext(method: StoreMethod, times = 1, message = 'The disk is full.'): void {
    for (let index = 0; index < times; index += 1) this.#failures[method].push(message);
  }

  /** Makes every call of a method reject until {@link heal}. */
  failFromNowOn(method: StoreMethod, message = 'The disk is full.'): void {
    this.#outages.set(method, message);
  }

  /** Ends every failure asked for. */
  heal(): void {
    this.#outages.clear();
    for (const failures of Object.values(this.#failures)) failures.length = 0;
  }

  /** Makes calls wait until the returned function is called, as a slow disk does. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const held = {
      promise,
      release: () => {
        if (this.#held === held) this.#held = null;
        resolve();
      },
    };
    this.#held = held;
    return held.release;
  }

  /** Number of updates in a board's log beside the snapshot. */
  logLength(boardId: BoardId): number {
    return this.#board(boardId).rows.length;
  }

  async load(boardId: BoardId): Promise<StoredCanvas> {
    await this.#call('load');
    const board = this.#board(boardId);
    return {
      snapshot: board.snapshot?.slice() ?? null,
      updates: board.rows.map((row) => row.update.slice()),
      lastSeq: board.lastSeq,
      owners: [...board.owners],
    };
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    const copies = entries.map((entry) => ({ ...entry, update: entry.update.slice() }));
    await this.#call('append');
    const boards = copies.map((entry) => this.#board(entry.boardId));
    copies.forEach((entry, index) => {
      const board = boards[index];
      if (board !== undefined) appendTo(board, entry);
    });
    this.appended.push(copies.length);
  }

  async fold(boardId: BoardId, snapshot: Uint8Array, upToSeq: number): Promise<void> {
    const copy = snapshot.slice();
    await this.#call('fold');
    const board = this.#board(boardId);
    board.snapshot = copy;
    board.rows = board.rows.filter((row) => row.seq > upToSeq);
  }

  #board(boardId: BoardId): Board {
    const board = this.#boards.get(boardId);
    if (board === undefined) throw new Error(`There is no board ${boardId}.`);
    return board;
  }

  async #call(method: StoreMethod): Promise<void> {
    this.calls[method] += 1;
    if (this.#held !== null) await this.#held.promise;
    const message = this.#outages.get(method) ?? this.#failures[method].shift();
    if (message !== undefined) throw new Error(message);
  }
}

function appendTo(board: Board, entry: LogEntry): void {
  board.lastSeq += 1;
  board.rows.push({ seq: board.lastSeq, update: entry.update });
  for (const [clientId, owner] of entry.newOwners) board.owners.set(clientId, owner);
}
