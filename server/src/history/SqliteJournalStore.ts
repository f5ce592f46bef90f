import type { BoardId, CommandId, ParticipantId, Removal } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import { maxRemovals, type JournalStore } from './JournalStore.ts';

/** What is remembered of boards, in the server's SQLite database. */
export class SqliteJournalStore implements JournalStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async addRemovals(boardId: BoardId, removals: readonly Removal[]): Promise<void> {
    inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      for (const { at, by, shapeId, type, text } of removals)
        this.#statements.addRemoval.run(boardKey, at, by, shapeId, type, text);
      this.#statements.dropRemovals.run({ boardKey, maxRemovals });
    });
  }

  async removals(boardId: BoardId, since: number): Promise<readonly Removal[]> {
    return this.#statements.removals.all(this.#boardKey(boardId), since).map((row) => ({
      at: Number(row['at']),
      by: row['removed_by'] as ParticipantId | null,
      shapeId: String(row['shape_id']),
      type: String(row['type']),
      text: String(row['text']),
    }));
  }

  async seenUntil(boardId: BoardId, participantId: ParticipantId): Promise<number | null> {
    const row = this.#statements.seenUntil.get(this.#boardKey(boardId), participantId);
    return row ? Number(row['seen_at']) : null;
  }

  async noteSeen(boardId: BoardId, participantId: ParticipantId, at: number): Promise<void> {
    this.#statements.noteSeen.run(this.#boardKey(boardId), participantId, at);
  }

  async noteCopy(boardId: BoardId, commandId: CommandId, copyId: BoardId): Promise<BoardId> {
    return inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      this.#statements.noteCopy.run(boardKey, commandId, copyId);
      return this.#statements.copy.get(boardKey, commandId)?.['copy_id'] as BoardId;
    });
  }

  #boardKey(boardId: BoardId): number {
    const row = this.#statements.boardKey.get(boardId);
    if (!row) throw new Error(`No board ${boardId} in the database`);
    return Number(row['key']);
  }
}

function prepareStatements(database: Database) {
  return {
    boardKey: database.prepare('SELECT key FROM boards WHERE id = ?'),
    addRemoval: database.prepare(`
      INSERT INTO removals (board_key, at, removed_by, shape_id, type, text) VALUES (?, ?, ?, ?, ?, ?)`),
    dropRemovals: database.prepare(`
      DELETE FROM removals WHERE board_key = :boardKey AND key <= (
        SELECT key FROM removals WHERE board_key = :boardKey ORDER BY key DESC LIMIT 1 OFFSET :maxRemovals)`),
    removals: database.prepare(`
      SELECT at, removed_by, shape_id, type, text FROM removals
      WHERE board_key = ? AND at > ? ORDER BY key DESC`),
    seenUntil: database.prepare('SELECT seen_at FROM visits WHERE board_key = ? AND participant_id = ?'),
    noteSeen: database.prepare(`
      INSERT INTO visits (board_key, participant_id, seen_at) VALUES (?, ?, ?)
      ON CONFLICT (board_key, participant_id) DO UPDATE SET seen_at = max(seen_at, excluded.seen_at)`),
    noteCopy: database.prepare(`
      INSERT INTO board_copies (board_key, command_id, copy_id) VALUES (?, ?, ?)
      ON CONFLICT (board_key, command_id) DO NOTHING`),
    copy: database.prepare('SELECT copy_id FROM board_copies WHERE board_key = ? AND command_id = ?'),
  };
}
