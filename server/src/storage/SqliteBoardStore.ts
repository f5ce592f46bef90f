import type { BoardId } from '@common-ground/protocol';
import type { BoardStore, ClientOwner, LogEntry, StoredCanvas } from '@common-ground/sync';
import { inTransaction, type Database } from './Database.ts';
import { giveBackFreePages } from './freePages.ts';

/** Canvases in the server's SQLite database. Every call does its work before it returns; nothing is left pending. */
export class SqliteBoardStore implements BoardStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async load(boardId: BoardId): Promise<StoredCanvas> {
    const boardKey = this.#boardKey(boardId);
    const snapshot = this.#statements.snapshot.get(boardKey);
    const rows = this.#statements.updates.all(boardKey);
    return {
      snapshot: snapshot ? (snapshot['data'] as Uint8Array) : null,
      updates: rows.map((row) => row['data'] as Uint8Array),
      lastSeq: Number(rows.at(-1)?.['seq'] ?? snapshot?.['up_to_seq'] ?? 0),
      owners: this.#statements.owners
        .all(boardKey)
        .map((row) => [Number(row['client_id']), row['owner'] as ClientOwner] as const),
    };
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    inTransaction(this.#database, () => {
      for (const entry of entries) this.#appendOne(entry);
    });
  }

  async fold(boardId: BoardId, snapshot: Uint8Array, upToSeq: number): Promise<void> {
    inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      this.#statements.saveSnapshot.run(boardKey, upToSeq, snapshot);
      this.#statements.deleteFolded.run(boardKey, upToSeq);
    });
    giveBackFreePages(this.#database);
  }

  #appendOne({ boardId, update, at, newOwners }: LogEntry): void {
    const boardKey = this.#boardKey(boardId);
    this.#statements.append.run({ boardKey, at, update });
    for (const [clientId, owner] of newOwners) this.#statements.own.run(boardKey, clientId, owner);
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
    snapshot: database.prepare('SELECT up_to_seq, data FROM snapshots WHERE board_key = ?'),
    updates: database.prepare('SELECT seq, data FROM updates WHERE board_key = ? ORDER BY seq'),
    owners: database.prepare('SELECT client_id, owner FROM client_owners WHERE board_key = ?'),
    append: database.prepare(`
      INSERT INTO updates (board_key, seq, at, data)
      VALUES (:boardKey, 1 + coalesce(
        (SELECT max(seq) FROM updates WHERE board_key = :boardKey),
        (SELECT up_to_seq FROM snapshots WHERE board_key = :boardKey),
        0), :at, :update)`),
    own: database.prepare(
      'INSERT INTO client_owners (board_key, client_id, owner) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    saveSnapshot: database.prepare(`
      INSERT INTO snapshots (board_key, up_to_seq, data) VALUES (?, ?, ?)
      ON CONFLICT (board_key) DO UPDATE SET up_to_seq = excluded.up_to_seq, data = excluded.data`),
    deleteFolded: database.prepare('DELETE FROM updates WHERE board_key = ? AND seq <= ?'),
  };
}
