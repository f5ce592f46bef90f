import type { BoardId, CommandId, ParticipantId } from '@common-ground/protocol';

/** Something private of one workshop, a draft or a ballot: a row that can be deleted for good. */
export interface PrivateRow {
  /** Unique on the board; [A-Za-z0-9_:.-], at most 200 characters. */
  readonly id: string;
  /** JSON. */
  readonly data: string;
}

/** What one command was answered. */
export interface ReceiptRow {
  readonly participantId: ParticipantId;
  readonly commandId: CommandId;
  /** JSON. */
  readonly data: string;
}

/** A board's workshop as stored. */
export interface StoredWorkshop {
  /** JSON, oldest first; how many there are is the workshop's version. */
  readonly events: readonly string[];
  /** In the order in which they were first put. */
  readonly privates: readonly PrivateRow[];
  /** Oldest first within one participant; the order between participants says nothing. */
  readonly receipts: readonly ReceiptRow[];
  /** How many of the events have had their effects outside the workshop, 0 for none. */
  readonly effectsUpTo: number;
}

/** What one command leaves: all of it is stored, or nothing. */
export interface WorkshopEntry {
  readonly boardId: BoardId;
  /** How many events the board has to have for this to be stored. */
  readonly expectedVersion: number;
  /** JSON, in order. */
  readonly events: readonly string[];
  /** Rows added, or replaced at their place. */
  readonly puts: readonly PrivateRow[];
  /** Ids of rows to be deleted, after the puts. */
  readonly deletes: readonly string[];
  readonly receipt: ReceiptRow;
  /** How many receipts of that participant are kept; older ones go. */
  readonly keepReceipts: number;
}

/**
 * Where workshops are kept: a log of events, and beside it what has to be deletable. Every method rejects when the
 * storage fails or the board is unknown; nothing of a rejected call has happened. What is deleted is gone for
 * good once the call has resolved, with every earlier version of it: no page, log or copy of the store's own holds it any
 * more. Contract: `workshopStoreContract` in testkit.
 */
export interface WorkshopStore {
  /** Reads a board's workshop; a board on which nothing has happened has an empty one. */
  load(boardId: BoardId): Promise<StoredWorkshop>;
  /**
   * Stores an entry; what it resolves `true` for survives a crash of process and machine. False, and nothing has been
   * stored, when the board has another number of events than expected.
   */
  append(entry: WorkshopEntry): Promise<boolean>;
  /** Notes that the first `version` events have had their effects; a smaller number than before changes nothing. */
  noteEffects(boardId: BoardId, version: number): Promise<void>;
}
