import type { BoardId, CommandId, ParticipantId } from '@common-ground/protocol';
import type { StoredWorkshop, WorkshopEntry, WorkshopStore } from '@common-ground/sync';
import { inTransaction, type Database } from '../storage/Database.ts';

/**
 * Workshops in the server's SQLite database. The database overwrites what is deleted (`secure_delete`); the copy in
 * its write-ahead log is dropped by a checkpoint that truncates the file, after every transaction that deletes.
 * https://sqlite.org/pragma.html#pragma_secure_delete, #pragma_wal_checkpoint
 */
export class SqliteWorkshopStore implements WorkshopStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;
  /** Whether the write-ahead log may hold what was deleted: also after a crash between a commit and its checkpoint. */
  #hasRemains = true;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
    this.#dropRemains();
  }

  async load(boardId: BoardId): Promise<StoredWorkshop> {
    const boardKey = this.#boardKey(boardId);
    const { effects, events, privates, receipts } = this.#statements;
    return {
      events: events.all(boardKey).map((row) => String(row['data'])),
      privates: privates.all(boardKey).map((row) => ({ id: String(row['id']), data: String(row['data']) })),
      receipts: receipts.all(boardKey).map((row) => ({
        participantId: row['participant_id'] as ParticipantId,
        commandId: row['command_id'] as CommandId,
        data: String(row['data']),
      })),
      effectsUpTo: Number(effects.get(boardKey)?.['up_to_version'] ?? 0),
    };
  }

  async append(entry: WorkshopEntry): Promise<boolean> {
    const isStored = inTransaction(this.#database, () => this.#write(entry));
    if (isStored && entry.deletes.length > 0) this.#hasRemains = true;
    this.#dropRemains();
    return isStored;
  }

  async noteEffects(boardId: BoardId, version: number): Promise<void> {
    this.#statements.noteEffects.run(this.#boardKey(boardId), version);
  }

  #write({ boardId, expectedVersion, events, puts, deletes, receipt, keepReceipts }: WorkshopEntry): boolean {
    const boardKey = this.#boardKey(boardId);
    const version = Number(this.#statements.version.get(boardKey)?.['version']);
    if (version !== expectedVersion) return false;
    for (const [index, data] of events.entries())
      this.#statements.addEvent.run(boardKey, version + index + 1, data);
    for (const { id, data } of puts) this.#statements.put.run(boardKey, id, data);
    for (const id of deletes) this.#statements.delete.run(boardKey, id);
    const { participantId, commandId, data } = receipt;
    this.#statements.addReceipt.run({ boardKey, participantId, commandId, data });
    this.#statements.dropReceipts.run({ boardKey, participantId, keepReceipts });
    return true;
  }

  /** A checkpoint waits for readers outside, such as a backup; what it could not do then is done after the next entry. */
  #dropRemains(): void {
    if (!this.#hasRemains) return;
    const { busy } = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
    this.#hasRemains = busy !== 0;
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
    version: database.prepare(
      'SELECT coalesce(max(version), 0) AS version FROM workshop_events WHERE board_key = ?',
    ),
    events: database.prepare('SELECT data FROM workshop_events WHERE board_key = ? ORDER BY version'),
    privates: database.prepare('SELECT id, data FROM workshop_privates WHERE board_key = ? ORDER BY key'),
    receipts: database.prepare(`
      SELECT participant_id, command_id, data FROM workshop_receipts
      WHERE board_key = ? ORDER BY participant_id, position`),
    effects: database.prepare('SELECT up_to_version FROM workshop_effects WHERE board_key = ?'),
    addEvent: database.prepare('INSERT INTO workshop_events (board_key, version, data) VALUES (?, ?, ?)'),
    put: database.prepare(`
      INSERT INTO workshop_privates (board_key, id, data) VALUES (?, ?, ?)
      ON CONFLICT (board_key, id) DO UPDATE SET data = excluded.data`),
    delete: database.prepare('DELETE FROM workshop_privates WHERE board_key = ? AND id = ?'),
    addReceipt: database.prepare(`
      INSERT OR REPLACE INTO workshop_receipts (board_key, participant_id, command_id, position, data)
      VALUES (:boardKey, :participantId, :commandId, 1 + coalesce(
        (SELECT max(position) FROM workshop_receipts
         WHERE board_key = :boardKey AND participant_id = :participantId), 0), :data)`),
    dropReceipts: database.prepare(`
      DELETE FROM workshop_receipts
      WHERE board_key = :boardKey AND participant_id = :participantId AND position <= (
        SELECT position FROM workshop_receipts
        WHERE board_key = :boardKey AND participant_id = :participantId
        ORDER BY position DESC LIMIT 1 OFFSET :keepReceipts)`),
    noteEffects: database.prepare(`
      INSERT INTO workshop_effects (board_key, up_to_version) VALUES (?, ?)
      ON CONFLICT (board_key) DO UPDATE SET up_to_version = max(up_to_version, excluded.up_to_version)`),
  };
}
