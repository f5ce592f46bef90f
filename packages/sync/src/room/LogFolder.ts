import type { BoardId } from '@common-ground/protocol';
import type { BoardStore } from '../ports/BoardStore.ts';

/** When a log is long enough to be folded. */
export interface FoldLimits {
  readonly foldAfterUpdates: number;
  readonly foldAfterBytes: number;
}

/** What the store held of a board when it was read. */
export interface StoredSize {
  /** Sequence of the last update. */
  readonly lastSeq: number;
  readonly snapshotBytes: number;
  /** Updates beside the snapshot, and their bytes. */
  readonly logUpdates: number;
  readonly logBytes: number;
}

/** Counts what stands in a board's log and folds it into a snapshot in the background. */
export class LogFolder {
  readonly #store: BoardStore;
  readonly #boardId: BoardId;
  readonly #limits: FoldLimits;
  #seq: number;
  #updates: number;
  #bytes: number;
  #snapshotBytes: number;
  #isFolding = false;
  /** After a failure the log must grow by another limit before the next try, lest every edit tries again. */
  #allowance = 1;

  constructor(store: BoardStore, boardId: BoardId, limits: FoldLimits, stored: StoredSize) {
    this.#store = store;
    this.#boardId = boardId;
    this.#limits = limits;
    this.#seq = stored.lastSeq;
    this.#updates = stored.logUpdates;
    this.#bytes = stored.logBytes;
    this.#snapshotBytes = stored.snapshotBytes;
  }

  /** Notes an update that was appended. */
  appended(byteLength: number): void {
    this.#seq += 1;
    this.#updates += 1;
    this.#bytes += byteLength;
  }

  get isDue(): boolean {
    if (this.#isFolding) return false;
    return (
      this.#updates >= this.#limits.foldAfterUpdates * this.#allowance ||
      this.#bytes >= Math.max(this.#limits.foldAfterBytes, this.#snapshotBytes) * this.#allowance
    );
  }

  get hasLog(): boolean {
    return this.#updates > 0;
  }

  /** Replaces the log by a snapshot that holds all of it (Yjs update v1). Rejects when the store fails. */
  async fold(snapshot: Uint8Array): Promise<void> {
    const { updates, bytes } = { updates: this.#updates, bytes: this.#bytes };
    this.#isFolding = true;
    try {
      await this.#store.fold(this.#boardId, snapshot, this.#seq);
      this.#updates -= updates;
      this.#bytes -= bytes;
      this.#snapshotBytes = snapshot.length;
      this.#allowance = 1;
    } catch (error) {
      this.#allowance += 1;
      throw error;
    } finally {
      this.#isFolding = false;
    }
  }
}
