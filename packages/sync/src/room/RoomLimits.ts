import { limits } from '@common-ground/protocol';

/** The numbers a room holds to. */
export interface RoomLimits {
  readonly maxFrameBytes: number;
  readonly maxAwarenessBytes: number;
  readonly maxRecordBytes: number;
  readonly maxBoardBytes: number;
  /** Deepest nesting of JSON in one value, and of Yjs types in each other. */
  readonly maxDepth: number;
  readonly frameBurst: number;
  readonly framesPerSecond: number;
  readonly syncRequestBurst: number;
  readonly syncRequestsPerSecond: number;
  /** Workshop commands one socket may send; each costs the server a write to disk. */
  readonly commandBurst: number;
  readonly commandsPerSecond: number;
  readonly maxBufferedBytes: number;
  readonly maxConnectionsPerBoard: number;
  /** Pause between two flushes of edits for few people (see flushPauseMs); the first after a longer pause leaves at once. */
  readonly flushEveryMs: number;
  /** Edits waiting for one flush beyond which it does not wait for the pause. */
  readonly flushFrames: number;
  /** Bytes of edits a board keeps waiting while the storage fails; who sends more is closed and keeps them. */
  readonly maxQueuedBytes: number;
  /** Pause between two merged awareness frames with up to ten people. */
  readonly awarenessEveryMs: number;
  /** How long a client may take to answer the sync request that follows an edit with missing dependencies. */
  readonly resyncWithinMs: number;
  /** Awareness updates against the rules that one socket may send. */
  readonly awarenessStrikes: number;
  /**
   * A board's log is folded into a snapshot beyond this many updates or bytes; a large board's log may grow to the
   * size of its snapshot, since folding costs what the board is large.
   */
  readonly foldAfterUpdates: number;
  readonly foldAfterBytes: number;
}

/** The shared limits with the server's own numbers beside them. */
export const defaultRoomLimits: RoomLimits = {
  maxFrameBytes: limits.maxFrameBytes,
  maxAwarenessBytes: limits.maxAwarenessBytes,
  maxRecordBytes: limits.maxRecordBytes,
  maxBoardBytes: limits.maxBoardBytes,
  maxDepth: 100,
  frameBurst: limits.frameBurst,
  framesPerSecond: limits.framesPerSecond,
  syncRequestBurst: limits.syncRequestBurst,
  syncRequestsPerSecond: limits.syncRequestsPerSecond,
  commandBurst: limits.commandBurst,
  commandsPerSecond: limits.commandsPerSecond,
  maxBufferedBytes: limits.maxBufferedBytes,
  maxConnectionsPerBoard: limits.maxConnectionsPerBoard,
  flushEveryMs: 12,
  flushFrames: 250,
  maxQueuedBytes: 8 * 1024 * 1024,
  awarenessEveryMs: 80,
  resyncWithinMs: 30_000,
  awarenessStrikes: 20,
  foldAfterUpdates: 5_000,
  foldAfterBytes: 128 * 1024,
};
