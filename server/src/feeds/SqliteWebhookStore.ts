import {
  deliverySchema,
  webhookSchema,
  type BoardId,
  type Delivery,
  type Webhook,
} from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { DeliveryOutcome, WaitingDelivery, WebhookStore } from './WebhookStore.ts';

/** How many messages of a board are kept, those that wait aside. */
const keptDeliveries = 200;

/** Webhooks in the server's SQLite database. */
export class SqliteWebhookStore implements WebhookStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async list(boardId: BoardId): Promise<readonly Webhook[]> {
    return this.#statements.list.all(boardId).map(toWebhook);
  }

  async add(boardId: BoardId, { id, url, kinds, secret, createdAt }: Webhook, max: number): Promise<boolean> {
    const values = { boardId, id, url, kinds: JSON.stringify(kinds), secret, createdAt, max };
    return this.#statements.add.run(values).changes > 0;
  }

  async remove(boardId: BoardId, webhookId: string): Promise<boolean> {
    return this.#statements.remove.run(boardId, webhookId).changes > 0;
  }

  async due(now: number, limit: number): Promise<readonly WaitingDelivery[]> {
    return this.#statements.due.all(now, limit).map((row) => ({
      boardId: row['board_id'] as BoardId,
      delivery: toDelivery(row),
      url: String(row['url']),
      secret: String(row['secret']),
      body: String(row['body']),
    }));
  }

  async settle(boardId: BoardId, delivery: Delivery, outcome: DeliveryOutcome): Promise<void> {
    const { id, webhookId, kind, at } = delivery;
    inTransaction(this.#database, () => {
      this.#statements.settle.run({ boardId, id, webhookId, kind, at, ...outcome });
      this.#statements.prune.run({ boardId, kept: keptDeliveries });
    });
  }

  async log(boardId: BoardId, limit: number): Promise<readonly Delivery[]> {
    return this.#statements.log.all(boardId, limit).map(toDelivery);
  }
}

function toWebhook(row: Record<string, unknown>): Webhook {
  return webhookSchema.parse({
    id: row['id'],
    url: row['url'],
    kinds: JSON.parse(String(row['kinds'])) as unknown,
    secret: row['secret'],
    createdAt: row['created_at'],
  });
}

function toDelivery(row: Record<string, unknown>): Delivery {
  return deliverySchema.parse({
    id: row['id'],
    webhookId: row['webhook_id'],
    kind: row['kind'],
    at: row['at'],
    state: row['state'],
    attempts: row['attempts'],
    nextAt: row['next_at'],
    answer: row['answer'],
  });
}

const boardKey = '(SELECT key FROM boards WHERE id = :boardId)';
const columns = 'd.id, d.webhook_id, d.kind, d.at, d.state, d.attempts, d.next_at, d.answer';

function prepareStatements(database: Database) {
  return {
    list: database.prepare(`
      SELECT w.id, url, kinds, secret, w.created_at FROM webhooks w JOIN boards ON boards.key = board_key
      WHERE boards.id = ? ORDER BY w.created_at, w.id`),
    add: database.prepare(`
      INSERT INTO webhooks (board_key, id, url, kinds, secret, created_at)
      SELECT key, :id, :url, :kinds, :secret, :createdAt FROM boards
      WHERE id = :boardId AND (SELECT count(*) FROM webhooks WHERE board_key = key) < :max`),
    remove: database.prepare(
      'DELETE FROM webhooks WHERE board_key = (SELECT key FROM boards WHERE id = ?) AND id = ?',
    ),
    due: database.prepare(`
      SELECT boards.id AS board_id, ${columns}, d.body, w.url, w.secret FROM deliveries d
      JOIN webhooks w ON w.board_key = d.board_key AND w.id = d.webhook_id
      JOIN boards ON boards.key = d.board_key
      WHERE d.state = 'waiting' AND d.next_at <= ? ORDER BY d.next_at, d.id LIMIT ?`),
    // Nothing waits any more in a message that is over, so its body goes.
    settle: database.prepare(`
      INSERT INTO deliveries (board_key, id, webhook_id, kind, at, body, state, attempts, next_at, answer)
      SELECT ${boardKey}, :id, :webhookId, :kind, :at, '', :state, :attempts, :nextAt, :answer
      WHERE EXISTS (SELECT 1 FROM webhooks WHERE board_key = ${boardKey} AND id = :webhookId)
      ON CONFLICT (board_key, id) DO UPDATE SET
        state = excluded.state, attempts = excluded.attempts, next_at = excluded.next_at, answer = excluded.answer,
        body = CASE excluded.state WHEN 'waiting' THEN body ELSE '' END`),
    prune: database.prepare(`
      DELETE FROM deliveries WHERE board_key = ${boardKey} AND state <> 'waiting' AND id NOT IN (
        SELECT id FROM deliveries WHERE board_key = ${boardKey} ORDER BY at DESC, id DESC LIMIT :kept)`),
    log: database.prepare(`
      SELECT ${columns} FROM deliveries d JOIN boards ON boards.key = d.board_key
      WHERE boards.id = ? ORDER BY d.at DESC, d.id DESC LIMIT ?`),
  };
}
