import type { BoardId, DueDay, Happening } from '@common-ground/protocol';

/** Something that happened on a board. */
export interface FeedItem {
  /** Unique on its board; the same one again changes nothing. */
  readonly id: string;
  /** Server time, ms. */
  readonly at: number;
  readonly happening: Happening;
}

/** A day that has come. */
export interface ComeDue {
  readonly boardId: BoardId;
  readonly dueDay: DueDay;
}

/**
 * What happened on the boards, and the days that are to come. Every method rejects when the storage fails; nothing of a
 * rejected call has happened. Contract: {@link feedStoreContract}.
 */
export interface FeedStore {
  /**
   * Adds what is new, and a waiting delivery to every webhook of the board that asked for its kind; all or nothing. Of a
   * board's items the latest {@link keptItems} stay.
   */
  add(boardId: BoardId, items: readonly FeedItem[]): Promise<void>;
  /** Newest first. */
  list(boardId: BoardId, limit: number): Promise<readonly FeedItem[]>;
  /** Replaces a board's days. One that has been told already is told again only when its day changes. */
  setDueDays(boardId: BoardId, dueDays: readonly DueDay[]): Promise<void>;
  /** In the order of the days. */
  listDueDays(boardId: BoardId): Promise<readonly DueDay[]>;
  /** Days of all boards up to `today` (`YYYY-MM-DD`) that have not been told. */
  untold(today: string): Promise<readonly ComeDue[]>;
  /** Adds the item that tells a day, and marks the day as told; both or nothing. */
  tell(boardId: BoardId, dueDay: DueDay, item: FeedItem): Promise<void>;
}

/** How many items of a board are kept. */
export const keptItems = 300;
