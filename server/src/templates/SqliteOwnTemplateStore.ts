import type { BoardId } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { OwnTemplateStore, StoredTemplate } from './OwnTemplateStore.ts';

/** Own templates in the server's SQLite database. */
export class SqliteOwnTemplateStore implements OwnTemplateStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async list(): Promise<readonly StoredTemplate[]> {
    return this.#statements.list.all().map(toTemplate);
  }

  async find(id: string): Promise<StoredTemplate | null> {
    const row = this.#statements.find.get(id);
    return row ? toTemplate(row) : null;
  }

  async add({ id, boardId, addedBy, addedAt, data }: StoredTemplate, max: number): Promise<boolean> {
    return inTransaction(this.#database, () => {
      if (this.#statements.find.get(id)) return true;
      if (Number(this.#statements.count.get()?.['count']) >= max) return false;
      this.#statements.add.run(id, boardId, addedBy, addedAt, data);
      return true;
    });
  }

  async remove(boardId: BoardId, id: string): Promise<boolean> {
    return Number(this.#statements.remove.run(boardId, id).changes) > 0;
  }
}

function toTemplate(row: Readonly<Record<string, unknown>>): StoredTemplate {
  return {
    id: String(row['id']),
    boardId: row['board_id'] as BoardId,
    addedBy: String(row['added_by']),
    addedAt: Number(row['added_at']),
    data: String(row['data']),
  };
}

function prepareStatements(database: Database) {
  const columns = 'id, board_id, added_by, added_at, data';
  return {
    list: database.prepare(`SELECT ${columns} FROM own_templates ORDER BY added_at DESC, id`),
    find: database.prepare(`SELECT ${columns} FROM own_templates WHERE id = ?`),
    count: database.prepare('SELECT count(*) AS count FROM own_templates'),
    add: database.prepare(`INSERT INTO own_templates (${columns}) VALUES (?, ?, ?, ?, ?)`),
    remove: database.prepare('DELETE FROM own_templates WHERE board_id = ? AND id = ?'),
  };
}
