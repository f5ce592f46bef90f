import type { BoardId, LinkId, ParticipantId, PartnerId, Role } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { AccessStore, LinkRecord, LinkRenewal, ParticipantRecord } from './AccessStore.ts';

type Row = Record<string, unknown>;

/** Links and participants in the server's SQLite database. */
export class SqliteAccessStore implements AccessStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async findLink(boardId: BoardId, secretHash: Uint8Array): Promise<LinkRecord | null> {
    const row = this.#statements.findLink.get(boardId, secretHash);
    return row ? toLink(row) : null;
  }

  async openLinks(boardId: BoardId): Promise<readonly LinkRecord[]> {
    return this.#statements.openLinks.all(boardId).map(toLink);
  }

  async renewLink(boardId: BoardId, { role, link, at, by }: LinkRenewal): Promise<LinkId | null> {
    return inTransaction(this.#database, () => {
      const revoked = this.#statements.revokeLink.get(at, boardId, role);
      if (!revoked) return null;
      this.#statements.createLink.run(link.id, role, link.secretHash, at, boardId);
      this.#statements.moveToLink.run(link.id, boardId, by, String(revoked['id']));
      return revoked['id'] as LinkId;
    });
  }

  async findParticipant(boardId: BoardId, participantId: ParticipantId) {
    const row = this.#statements.findParticipant.get(boardId, participantId);
    return row ? { participant: toParticipant(row), linkRevoked: row['revoked_at'] !== null } : null;
  }

  async participants(boardId: BoardId): Promise<readonly ParticipantRecord[]> {
    return this.#statements.participants.all(boardId).map(toParticipant);
  }

  async saveParticipant(boardId: BoardId, participant: ParticipantRecord): Promise<void> {
    const { id, name, partnerId, role, linkId, joinedAt, removedAt } = participant;
    const values = { boardId, id, name, partnerId, role, linkId, joinedAt, removedAt };
    const { changes } = this.#statements.saveParticipant.run(values);
    if (changes === 0) throw new Error(`No board ${boardId} in the database`);
  }
}

function toLink(row: Row): LinkRecord {
  return { id: row['id'] as LinkId, role: row['role'] as Role, revoked: row['revoked_at'] !== null };
}

function toParticipant(row: Row): ParticipantRecord {
  return {
    id: row['id'] as ParticipantId,
    name: String(row['name']),
    partnerId: row['partner_id'] as PartnerId | null,
    role: row['role'] as Role,
    linkId: row['link_id'] as LinkId,
    joinedAt: Number(row['joined_at']),
    removedAt: row['removed_at'] === null ? null : Number(row['removed_at']),
  };
}

const ofBoard = 'board_key = (SELECT key FROM boards WHERE id = ?)';

function prepareStatements(database: Database) {
  return {
    findLink: database.prepare(`SELECT id, role, revoked_at FROM links WHERE ${ofBoard} AND secret_hash = ?`),
    openLinks: database.prepare(
      `SELECT id, role, revoked_at FROM links WHERE ${ofBoard} AND revoked_at IS NULL ORDER BY role`,
    ),
    revokeLink: database.prepare(
      `UPDATE links SET revoked_at = ? WHERE ${ofBoard} AND role = ? AND revoked_at IS NULL RETURNING id`,
    ),
    createLink: database.prepare(`
      INSERT INTO links (board_key, id, role, secret_hash, created_at)
      SELECT key, ?, ?, ?, ? FROM boards WHERE id = ?`),
    moveToLink: database.prepare(
      `UPDATE participants SET link_id = ? WHERE ${ofBoard} AND id = ? AND link_id = ?`,
    ),
    findParticipant: database.prepare(`
      SELECT p.*, l.revoked_at FROM participants AS p
      JOIN links AS l ON l.board_key = p.board_key AND l.id = p.link_id
      WHERE p.${ofBoard} AND p.id = ?`),
    participants: database.prepare(`SELECT * FROM participants WHERE ${ofBoard} ORDER BY joined_at, id`),
    saveParticipant: database.prepare(`
      INSERT INTO participants (board_key, id, name, partner_id, role, link_id, joined_at, removed_at)
      SELECT key, :id, :name, :partnerId, :role, :linkId, :joinedAt, :removedAt FROM boards WHERE id = :boardId
      ON CONFLICT (board_key, id) DO UPDATE SET name = excluded.name, partner_id = excluded.partner_id,
        role = excluded.role, link_id = excluded.link_id, removed_at = excluded.removed_at`),
  };
}
