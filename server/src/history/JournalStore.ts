import type { BoardId, CommandId, ParticipantId, Removal } from '@common-ground/protocol';

/**
 * Small things that are remembered of a board beside its canvas and its workshop: what was removed, until when somebody has
 * seen everything, which boards were made of it. Every method rejects when the storage fails or the board is unknown;
 * nothing of a rejected call has happened. Contract: {@link journalStoreContract}.
 */
export interface JournalStore {
  /** Remembers removals, in order; of one board the latest {@link maxRemovals}. */
  addRemovals(boardId: BoardId, removals: readonly Removal[]): Promise<void>;
  /** Removals after `since` (server time, ms), newest first. */
  removals(boardId: BoardId, since: number): Promise<readonly Removal[]>;
  /** Until when the participant has seen everything (server time, ms); null for somebody who was never here. */
  seenUntil(boardId: BoardId, participantId: ParticipantId): Promise<number | null>;
  /** Notes until when; an earlier time than is known changes nothing. */
  noteSeen(boardId: BoardId, participantId: ParticipantId, at: number): Promise<void>;
  /** The board that a command made of this one's snapshot: `copyId` if it is the first to say, else the one noted before. */
  noteCopy(boardId: BoardId, commandId: CommandId, copyId: BoardId): Promise<BoardId>;
}

/** How many removals of one board are remembered. */
export const maxRemovals = 5_000;
