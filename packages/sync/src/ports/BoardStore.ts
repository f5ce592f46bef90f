import type { BoardId, ParticipantId } from '@common-ground/protocol';

/** Whom a Yjs client id belongs to; `server` for what the server itself wrote. */
export type ClientOwner = ParticipantId | 'server';

/** A canvas as stored: fold the snapshot (if any) and the updates in order into an empty document. */
export interface StoredCanvas {
  /** Yjs update v1 of everything up to `snapshotSeq`. */
  readonly snapshot: Uint8Array | null;
  /** Yjs updates v1 after the snapshot, in order. */
  readonly updates: readonly Uint8Array[];
  /** Sequence of the last update, 0 for none. A board's sequence grows by one with each of its entries. */
  readonly lastSeq: number;
  /** Owner of every Yjs client id that ever wrote. */
  readonly owners: readonly (readonly [clientId: number, owner: ClientOwner])[];
}

/** One row for a board's log. */
export interface LogEntry {
  readonly boardId: BoardId;
  /** Yjs update v1. */
  readonly update: Uint8Array;
  /** Server time, ms. */
  readonly at: number;
  /** Client ids that write here for the first time. */
  readonly newOwners: readonly (readonly [clientId: number, owner: ClientOwner])[];
}

/**
 * Where canvases are kept: a log of updates with a snapshot that folds it. Every method rejects when the storage
 * fails; nothing of a rejected call has happened. Contract: `boardStoreContract` in testkit.
 */
export interface BoardStore {
  /** Reads a board's canvas; an existing board without edits is an empty canvas. Rejects for an unknown board. */
  load(boardId: BoardId): Promise<StoredCanvas>;
  /** Appends all entries in order or none; what it resolves for survives a crash of process and machine. Rejects if a board is unknown. */
  append(entries: readonly LogEntry[]): Promise<void>;
  /** Replaces the updates up to and including `upToSeq` by the snapshot; later updates stay. */
  fold(boardId: BoardId, snapshot: Uint8Array, upToSeq: number): Promise<void>;
}
