import type { BoardId, LinkId, Role } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { LinkRecord, LinkRenewal, LinkStore } from './LinkStore.ts';

/** Links in the server's SQLite database. */
export class SqliteLinkStore implements LinkStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async find(boardId: BoardId, secretHash: Uint8Array): Promise<LinkRecord | null> {
    const row = this.#statements.find.get(boardId, secretHash);
    return row ? toLink(row) : null;
  }

  async listOpen(boardId: BoardId): Promise<readonly LinkRecord[]> {
    return this.#statements.listOpen.all(boardId).map(toLink);
  }

  async renew(boardId: BoardId, { role, link, at, by }: LinkRenewal): Promise<LinkId | null> {
    return inTransaction(this.#database, () => {
      const revoked = this.#statements.revoke.get(at, boardId, role);
      if (!revoked) return null;
      this.#statements.create.run(link.id, role, link.secretHash, at, boardId);
      this.#statements.move.run(link.id, boardId, by, String(revoked['id']));
      return revoked['id'] as LinkId;
    });
  }
}

function toLink(row: Record<string, unknown>): LinkRecord {
  return { id: row['id'] as LinkId, role: row['role'] as Role, revoked: row['revoked_at'] !== null };
}

function prepareStatements(database: Database) {
  const ofBoard = 'board_key = (SELECT key FROM boards WHERE id = ?)';
  return {
    find: database.prepare(`SELECT id, role, revoked_at FROM links WHERE ${ofBoard} AND secret_hash = ?`),
    listOpen: database.prepare(
      `SELECT id, role, revoked_at FROM links WHERE ${ofBoard} AND revoked_at IS NULL ORDER BY role`,
    ),
    revoke: database.prepare(
      `UPDATE links SET revoked_at = ? WHERE ${ofBoard} AND role = ? AND revoked_at IS NULL RETURNING id`,
    ),
    create: database.prepare(`
      INSERT INTO links (board_key, id, role, secret_hash, created_at)
      SELECT key, ?, ?, ?, ? FROM boards WHERE id = ?`),
    move: database.prepare(`UPDATE participants SET link_id = ? WHERE ${ofBoard} AND id = ? AND link_id = ?`),
  };
}
