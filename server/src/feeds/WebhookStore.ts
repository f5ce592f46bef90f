import type { BoardId, Delivery, Webhook } from '@common-ground/protocol';

/** A message that is to be sent. */
export interface WaitingDelivery {
  readonly boardId: BoardId;
  readonly delivery: Delivery;
  readonly url: string;
  readonly secret: string;
  /** The body, JSON. */
  readonly body: string;
}

/** What became of an attempt. */
export type DeliveryOutcome = Pick<Delivery, 'state' | 'attempts' | 'nextAt' | 'answer'>;

/**
 * Whom a board tells its news, and how far each message has come. Every method rejects when the storage fails; nothing of
 * a rejected call has happened. Contract: {@link webhookStoreContract}.
 */
export interface WebhookStore {
  /** Oldest first. */
  list(boardId: BoardId): Promise<readonly Webhook[]>;
  /** False when the board has `max` others already. */
  add(boardId: BoardId, webhook: Webhook, max: number): Promise<boolean>;
  /** With its messages; false for an unknown one. */
  remove(boardId: BoardId, webhookId: string): Promise<boolean>;
  /** Waiting messages of all boards whose time has come at `now` (ms), the longest waiting first. */
  due(now: number, limit: number): Promise<readonly WaitingDelivery[]>;
  /** Notes what became of an attempt; adds the message where it is not there, as a test is. */
  settle(boardId: BoardId, delivery: Delivery, outcome: DeliveryOutcome): Promise<void>;
  /** The latest messages of a board, newest first. */
  log(boardId: BoardId, limit: number): Promise<readonly Delivery[]>;
}
