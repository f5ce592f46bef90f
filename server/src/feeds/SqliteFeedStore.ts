import { happeningSchema, type BoardId, type DueDay } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import { webhookBody } from './webhookBody.ts';
import { keptItems, type ComeDue, type FeedItem, type FeedStore } from './FeedStore.ts';

/** Feeds in the server's SQLite database. */
export class SqliteFeedStore implements FeedStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async add(boardId: BoardId, items: readonly FeedItem[]): Promise<void> {
    inTransaction(this.#database, () => this.#add(boardId, items));
  }

  async list(boardId: BoardId, limit: number): Promise<readonly FeedItem[]> {
    return this.#statements.list.all(boardId, limit).map((row) => ({
      id: String(row['id']),
      at: Number(row['at']),
      happening: happeningSchema.parse(JSON.parse(String(row['data']))),
    }));
  }

  async setDueDays(boardId: BoardId, dueDays: readonly DueDay[]): Promise<void> {
    const { dropDueDays, putDueDay } = this.#statements;
    inTransaction(this.#database, () => {
      const ids = JSON.stringify(dueDays.map(({ id }) => id));
      dropDueDays.run(boardId, ids);
      for (const { id, day, what, owner } of dueDays) putDueDay.run({ boardId, id, day, what, owner });
    });
  }

  async listDueDays(boardId: BoardId): Promise<readonly DueDay[]> {
    return this.#statements.dueDays.all(boardId).map(toDueDay);
  }

  async untold(today: string): Promise<readonly ComeDue[]> {
    return this.#statements.untold.all(today).map((row) => ({
      boardId: row['board_id'] as BoardId,
      dueDay: toDueDay(row),
    }));
  }

  async tell(boardId: BoardId, { id, day }: DueDay, item: FeedItem): Promise<void> {
    inTransaction(this.#database, () => {
      this.#add(boardId, [item]);
      this.#statements.told.run(boardId, id, day);
    });
  }

  #add(boardId: BoardId, items: readonly FeedItem[]): void {
    const { addItem, addDeliveries, prune } = this.#statements;
    for (const item of items) {
      const { id, at, happening } = item;
      const isNew = addItem.run(id, at, JSON.stringify(happening), boardId).changes > 0;
      const body = webhookBody(boardId, item);
      if (isNew) addDeliveries.run({ boardId, itemId: id, at, kind: happening.kind, body });
    }
    prune.run({ boardId, kept: keptItems });
  }
}

function toDueDay(row: Record<string, unknown>): DueDay {
  return {
    id: String(row['id']),
    day: String(row['day']),
    what: row['what'] as string | null,
    owner: row['owner'] as string | null,
  };
}

const boardKey = '(SELECT key FROM boards WHERE id = :boardId)';

function prepareStatements(database: Database) {
  return {
    addItem: database.prepare(`
      INSERT INTO feed_items (board_key, id, at, data) SELECT key, ?, ?, ? FROM boards WHERE id = ?
      ON CONFLICT (board_key, id) DO NOTHING`),
    // The id of a message says for which webhook it is: a receiver that gets one twice can tell.
    addDeliveries: database.prepare(`
      INSERT INTO deliveries (board_key, id, webhook_id, kind, at, body, next_at)
      SELECT board_key, w.id || '-' || :itemId, w.id, :kind, :at, :body, :at FROM webhooks w, json_each(w.kinds)
      WHERE board_key = ${boardKey} AND json_each.value = :kind
      ON CONFLICT (board_key, id) DO NOTHING`),
    prune: database.prepare(`
      DELETE FROM feed_items WHERE board_key = ${boardKey} AND id NOT IN (
        SELECT id FROM feed_items WHERE board_key = ${boardKey} ORDER BY at DESC, id DESC LIMIT :kept)`),
    list: database.prepare(`
      SELECT feed_items.id, at, data FROM feed_items JOIN boards ON boards.key = board_key
      WHERE boards.id = ? ORDER BY at DESC, feed_items.id DESC LIMIT ?`),
    dropDueDays: database.prepare(`
      DELETE FROM due_days WHERE board_key = (SELECT key FROM boards WHERE id = ?)
      AND id NOT IN (SELECT value FROM json_each(?))`),
    putDueDay: database.prepare(`
      INSERT INTO due_days (board_key, id, day, what, owner) VALUES (${boardKey}, :id, :day, :what, :owner)
      ON CONFLICT (board_key, id) DO UPDATE SET
        is_told = is_told AND day = excluded.day, day = excluded.day, what = excluded.what, owner = excluded.owner
      WHERE (day, what, owner) IS NOT (excluded.day, excluded.what, excluded.owner)`),
    dueDays: database.prepare(`
      SELECT due_days.id, day, what, owner FROM due_days JOIN boards ON boards.key = board_key
      WHERE boards.id = ? ORDER BY day, due_days.id`),
    untold: database.prepare(`
      SELECT boards.id AS board_id, due_days.id, day, what, owner FROM due_days JOIN boards ON boards.key = board_key
      WHERE NOT is_told AND day <= ? ORDER BY day, boards.id, due_days.id`),
    told: database.prepare(`
      UPDATE due_days SET is_told = 1
      WHERE board_key = (SELECT key FROM boards WHERE id = ?) AND id = ? AND day = ?`),
  };
}
