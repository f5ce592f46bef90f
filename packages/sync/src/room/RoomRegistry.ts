import type { BoardId } from '@common-ground/protocol';
import type * as Y from 'yjs';
import type { BoardStore } from '../ports/BoardStore.ts';
import type { Clock } from '../ports/Clock.ts';
import type { EditGuard } from '../ports/EditGuard.ts';
import type { EditWitness } from '../ports/EditWitness.ts';
import type { Committer } from './Committer.ts';
import { Room, type RoomHooks } from './Room.ts';
import type { RoomLimits } from './RoomLimits.ts';

/** What a registry works with. */
export interface RoomRegistryOptions {
  readonly store: BoardStore;
  readonly committer: Committer;
  readonly clock: Clock;
  readonly limits?: Partial<RoomLimits>;
  /** Hooks for a board's room, asked for once each time the room is loaded. */
  readonly hooksFor?: (boardId: BoardId) => RoomHooks;
  /** Makes the guard of a board's document. */
  readonly guardFor?: (boardId: BoardId, doc: Y.Doc) => EditGuard;
  /** Makes the witness of a board's document. */
  readonly witnessFor?: (boardId: BoardId, doc: Y.Doc) => EditWitness;
  /** How long an empty room stays in memory. */
  readonly unloadAfterMs?: number;
  /** How long `closeAll` waits for a failing storage before it gives up on what is not stored. */
  readonly giveUpAfterMs?: number;
}

/** A board's way through memory: being read, open (with the timer that unloads it), or being unloaded. */
type Entry =
  | { readonly state: 'loading'; readonly room: Promise<Room> }
  | { readonly state: 'open'; readonly room: Room; cancelUnload: (() => void) | null }
  | { readonly state: 'closing'; readonly closed: Promise<void> };

/** The boards in memory: each is loaded once, when somebody wants it, and unloaded some time after the last one left. */
export class RoomRegistry {
  readonly #options: RoomRegistryOptions;
  readonly #unloadAfterMs: number;
  readonly #entries = new Map<BoardId, Entry>();
  #isClosing = false;

  constructor(options: RoomRegistryOptions) {
    this.#options = options;
    this.#unloadAfterMs = options.unloadAfterMs ?? 30_000;
  }

  /** How many boards are in memory. */
  get size(): number {
    return this.#entries.size;
  }

  /** The rooms that are loaded now. */
  get rooms(): readonly Room[] {
    return [...this.#entries.values()].flatMap((entry) => (entry.state === 'open' ? [entry.room] : []));
  }

  /** The room of a board if it is in memory. */
  peek(boardId: BoardId): Room | null {
    const entry = this.#entries.get(boardId);
    return entry?.state === 'open' ? entry.room : null;
  }

  /**
   * The room of a board, loaded if need be; it stays for at least the unload delay. Rejects for everybody who waits
   * when the board cannot be read, and keeps nothing of the attempt.
   */
  async open(boardId: BoardId): Promise<Room> {
    for (;;) {
      if (this.#isClosing) throw new Error('The server is stopping.');
      const entry = this.#entries.get(boardId);
      if (entry === undefined) return this.#load(boardId);
      if (entry.state === 'loading') return entry.room;
      if (entry.state === 'open') {
        this.#watch(entry);
        return entry.room;
      }
      await entry.closed;
    }
  }

  /** Stores and closes every room; nothing opens any more. Always completes. */
  async closeAll(): Promise<void> {
    this.#isClosing = true;
    const cancelGivingUp = this.#options.clock.after(this.#options.giveUpAfterMs ?? 8_000, () =>
      this.#options.committer.abandon(),
    );
    await Promise.all([...this.#entries].map(([boardId, entry]) => this.#finish(boardId, entry)));
    cancelGivingUp();
  }

  async #finish(boardId: BoardId, entry: Entry): Promise<void> {
    if (entry.state === 'closing') return entry.closed;
    if (entry.state === 'open') return this.#close(boardId, entry.room);
    try {
      await this.#close(boardId, await entry.room);
    } catch {
      // Whoever opened the board has been told that it cannot be read.
    }
  }

  #load(boardId: BoardId): Promise<Room> {
    const room = this.#read(boardId);
    this.#entries.set(boardId, { state: 'loading', room });
    return room;
  }

  async #read(boardId: BoardId): Promise<Room> {
    const { store, committer, clock, limits, hooksFor, guardFor, witnessFor } = this.#options;
    const hooks = hooksFor?.(boardId) ?? {};
    try {
      const room = await Room.load({
        boardId,
        store,
        committer,
        clock,
        ...(limits && { limits }),
        guardFor: guardFor && ((doc) => guardFor(boardId, doc)),
        witnessFor: witnessFor && ((doc) => witnessFor(boardId, doc)),
        hooks: {
          ...hooks,
          onEmpty: () => {
            this.#roomEmptied(boardId);
            hooks.onEmpty?.();
          },
        },
      });
      const entry = { state: 'open', room, cancelUnload: null } as const satisfies Entry;
      this.#entries.set(boardId, entry);
      this.#watch(entry);
      return room;
    } catch (error) {
      this.#entries.delete(boardId);
      throw error;
    }
  }

  #roomEmptied(boardId: BoardId): void {
    const entry = this.#entries.get(boardId);
    if (entry?.state === 'open') this.#watch(entry);
  }

  /** Starts the unload delay over. */
  #watch(entry: Entry & { state: 'open' }): void {
    entry.cancelUnload?.();
    entry.cancelUnload = this.#options.clock.after(this.#unloadAfterMs, () => {
      entry.cancelUnload = null;
      if (entry.room.sessionCount > 0) return;
      // Edits that cannot be stored yet keep their room in memory.
      if (entry.room.isIdle) void this.#close(entry.room.boardId, entry.room);
      else this.#watch(entry);
    });
  }

  async #close(boardId: BoardId, room: Room): Promise<void> {
    const entry = this.#entries.get(boardId);
    if (entry?.state === 'open') entry.cancelUnload?.();
    const closed = room.close();
    this.#entries.set(boardId, { state: 'closing', closed });
    await closed;
    this.#entries.delete(boardId);
  }
}
