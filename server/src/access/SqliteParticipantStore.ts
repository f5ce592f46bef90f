import type { BoardId, LinkId, ParticipantId, PartnerId, Role } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import { isRoleOpen, linkStateOf } from './SqliteLinkStore.ts';
import type { ParticipantChange, ParticipantRecord, ParticipantStore } from './ParticipantStore.ts';

type Row = Record<string, unknown>;

/** Participants in the server's SQLite database. */
export class SqliteParticipantStore implements ParticipantStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async find(boardId: BoardId, participantId: ParticipantId) {
    const row = this.#statements.find.get(boardId, participantId);
    return row ? { participant: toParticipant(row), linkState: linkStateOf(row) } : null;
  }

  async list(boardId: BoardId): Promise<readonly ParticipantRecord[]> {
    return this.#statements.list.all(boardId).map(toParticipant);
  }

  async add(boardId: BoardId, participant: ParticipantRecord): Promise<void> {
    const { id, name, partnerId, role, linkId, joinedAt, removedAt } = participant;
    const { changes } = this.#statements.add.run(
      id,
      name,
      partnerId,
      role,
      linkId,
      joinedAt,
      removedAt,
      boardId,
    );
    if (changes === 0) throw new Error(`No board ${boardId} in the database`);
  }

  async change(
    boardId: BoardId,
    participantId: ParticipantId,
    change: ParticipantChange,
  ): Promise<ParticipantRecord | null> {
    return inTransaction(this.#database, () => {
      const row = this.#statements.find.get(boardId, participantId);
      if (!row) return null;
      const changed = { ...toParticipant(row), ...change };
      const { name, partnerId, role, linkId, removedAt } = changed;
      this.#statements.change.run(name, partnerId, role, linkId, removedAt, boardId, participantId);
      return changed;
    });
  }
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

function prepareStatements(database: Database) {
  const ofBoard = 'board_key = (SELECT key FROM boards WHERE id = ?)';
  return {
    find: database.prepare(`
      SELECT p.*, l.revoked_at, ${isRoleOpen} FROM participants AS p
      JOIN links AS l ON l.board_key = p.board_key AND l.id = p.link_id
      WHERE p.${ofBoard} AND p.id = ?`),
    list: database.prepare(`SELECT * FROM participants WHERE ${ofBoard} ORDER BY joined_at, id`),
    add: database.prepare(`
      INSERT INTO participants (board_key, id, name, partner_id, role, link_id, joined_at, removed_at)
      SELECT key, ?, ?, ?, ?, ?, ?, ? FROM boards WHERE id = ?`),
    change: database.prepare(`
      UPDATE participants SET name = ?, partner_id = ?, role = ?, link_id = ?, removed_at = ?
      WHERE ${ofBoard} AND id = ?`),
  };
}
