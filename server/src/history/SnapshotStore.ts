import type {
  AssetId,
  BoardId,
  CommandId,
  ParticipantId,
  SnapshotId,
  SnapshotReason,
} from '@common-ground/protocol';

/** What is known of a kept moment without opening it. */
export interface SnapshotRecord {
  readonly id: SnapshotId;
  /** Server time, ms. */
  readonly at: number;
  readonly reason: SnapshotReason;
  /** Kept for ever while it has one. */
  readonly name: string | null;
  readonly by: ParticipantId | null;
  readonly people: readonly ParticipantId[];
  readonly noteCount: number;
  readonly stepTitle: string | null;
  /** Sequence of the last update of the canvas's log that is in it. */
  readonly upToSeq: number;
  /** Files that it shows; they must not be removed while it is kept. */
  readonly assetIds: readonly AssetId[];
  /** The command that asked for it. */
  readonly commandId: CommandId | null;
}

/** A kept moment with what it holds. */
export interface StoredSnapshot {
  readonly record: SnapshotRecord;
  /** As `packSnapshot` makes it. */
  readonly content: Uint8Array;
}

/**
 * The kept moments of boards. Every method rejects when the storage fails or the board is unknown; nothing of a rejected call
 * has happened. Contract: {@link snapshotStoreContract}.
 */
export interface SnapshotStore {
  /** Keeps a moment; one whose command has made a snapshot already is not kept again. Answers the one that is kept. */
  add(boardId: BoardId, snapshot: StoredSnapshot): Promise<SnapshotRecord>;
  /** All of them, newest first. */
  list(boardId: BoardId): Promise<readonly SnapshotRecord[]>;
  find(boardId: BoardId, snapshotId: SnapshotId): Promise<StoredSnapshot | null>;
  findByCommand(boardId: BoardId, commandId: CommandId): Promise<SnapshotRecord | null>;
  /** Names a moment; null if there is no such one. */
  name(boardId: BoardId, snapshotId: SnapshotId, name: string): Promise<SnapshotRecord | null>;
  /** Lets moments go, unless they have a name. */
  remove(boardId: BoardId, snapshotIds: readonly SnapshotId[]): Promise<void>;
}
