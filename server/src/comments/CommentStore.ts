import type { BoardId, CommentThread, ParticipantId, ThreadContent, ThreadId } from '@common-ground/protocol';

/** How far somebody has read a thread. */
export interface ThreadSeen {
  readonly threadId: ThreadId;
  /** How many of its comments, oldest first. */
  readonly count: number;
}

/**
 * The threads of comments on boards. Every method rejects when the storage fails or, where something is written, the board is
 * unknown; nothing of a rejected call has happened. Contract: {@link commentStoreContract}.
 */
export interface CommentStore {
  /** All threads of a board, in the order in which they were begun. */
  list(boardId: BoardId): Promise<readonly CommentThread[]>;
  /** One thread, or null, and how many there are. */
  find(
    boardId: BoardId,
    threadId: ThreadId,
  ): Promise<{ readonly thread: CommentThread | null; readonly threadCount: number }>;
  /**
   * Stores a thread under the board's next version and answers that. Null, and nothing has been stored, when the thread has
   * another version than expected; 0 stands for one that is not there yet.
   */
  put(boardId: BoardId, thread: ThreadContent, expectedVersion: number): Promise<number | null>;
  /** How far a participant has read. */
  listSeen(boardId: BoardId, participantId: ParticipantId): Promise<readonly ThreadSeen[]>;
  /** Notes how far a participant has read; less than before changes nothing, nor does a thread that is not there. */
  markSeen(boardId: BoardId, participantId: ParticipantId, seen: readonly ThreadSeen[]): Promise<void>;
}
