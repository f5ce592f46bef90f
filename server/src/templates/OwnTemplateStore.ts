import type { BoardId } from '@common-ground/protocol';

/** An own template as it is kept: what is in it is the caller's to check. */
export interface StoredTemplate {
  readonly id: string;
  /** The board it was saved from, whose facilitators may delete it. */
  readonly boardId: BoardId;
  readonly addedBy: string;
  /** Server time, ms. */
  readonly addedAt: number;
  /** JSON. */
  readonly data: string;
}

/**
 * Templates that facilitators made, for the whole server. Every method rejects when the storage fails. Contract:
 * {@link ownTemplateStoreContract}.
 */
export interface OwnTemplateStore {
  /** Newest first. */
  list(): Promise<readonly StoredTemplate[]>;
  find(id: string): Promise<StoredTemplate | null>;
  /** Keeps one; false when there are `max` already. A second one of the same id changes nothing. */
  add(template: StoredTemplate, max: number): Promise<boolean>;
  /** Deletes one that was saved from this board; false when there is none. */
  remove(boardId: BoardId, id: string): Promise<boolean>;
}
