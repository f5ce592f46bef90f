import type { StatementSync } from 'node:sqlite';
import type {
  AssetId,
  BoardId,
  CommandId,
  ParticipantId,
  SnapshotId,
  SnapshotReason,
} from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { SnapshotRecord, SnapshotStore, StoredSnapshot } from './SnapshotStore.ts';

type Row = Record<string, unknown>;

/** Kept moments in the server's SQLite database. */
export class SqliteSnapshotStore implements SnapshotStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  /** The statement that {@link SqliteSnapshotStore.insert} runs. */
  static insertion(database: Database): StatementSync {
    return database.prepare(`
      INSERT INTO board_snapshots (board_key, ${columns}, content)
      VALUES (:boardKey, :id, :at, :reason, :name, :by, :people, :noteCount, :stepTitle, :upToSeq, :assetIds,
        :commandId, :content)`);
  }

  /** Puts a moment into the table, inside a transaction of the caller's. */
  static insert(insertion: StatementSync, boardKey: number, { record, content }: StoredSnapshot): void {
    const { people, assetIds, ...rest } = record;
    const lists = { people: JSON.stringify(people), assetIds: JSON.stringify(assetIds) };
    insertion.run({ boardKey, ...rest, ...lists, content });
  }

  async add(boardId: BoardId, { record, content }: StoredSnapshot): Promise<SnapshotRecord> {
    return inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      const known = record.commandId === null ? null : this.#byCommand(boardKey, record.commandId);
      if (known !== null) return known;
      SqliteSnapshotStore.insert(this.#statements.add, boardKey, { record, content });
      return record;
    });
  }

  async list(boardId: BoardId): Promise<readonly SnapshotRecord[]> {
    return this.#statements.list.all(this.#boardKey(boardId)).map(toRecord);
  }

  async find(boardId: BoardId, snapshotId: SnapshotId): Promise<StoredSnapshot | null> {
    const row = this.#statements.find.get(this.#boardKey(boardId), snapshotId);
    return row ? { record: toRecord(row), content: row['content'] as Uint8Array } : null;
  }

  async findByCommand(boardId: BoardId, commandId: CommandId): Promise<SnapshotRecord | null> {
    return this.#byCommand(this.#boardKey(boardId), commandId);
  }

  async name(boardId: BoardId, snapshotId: SnapshotId, name: string): Promise<SnapshotRecord | null> {
    return inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      this.#statements.name.run(name, boardKey, snapshotId);
      const row = this.#statements.find.get(boardKey, snapshotId);
      return row ? toRecord(row) : null;
    });
  }

  async remove(boardId: BoardId, snapshotIds: readonly SnapshotId[]): Promise<void> {
    inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      for (const id of snapshotIds) this.#statements.remove.run(boardKey, id);
    });
  }

  #byCommand(boardKey: number, commandId: CommandId): SnapshotRecord | null {
    const row = this.#statements.byCommand.get(boardKey, commandId);
    return row ? toRecord(row) : null;
  }

  #boardKey(boardId: BoardId): number {
    const row = this.#statements.boardKey.get(boardId);
    if (!row) throw new Error(`No board ${boardId} in the database`);
    return Number(row['key']);
  }
}

/** A row as what is known of the moment. */
export function toRecord(row: Row): SnapshotRecord {
  return {
    id: row['id'] as SnapshotId,
    at: Number(row['at']),
    reason: row['reason'] as SnapshotReason,
    name: row['name'] as string | null,
    by: row['made_by'] as ParticipantId | null,
    people: JSON.parse(String(row['people'])) as ParticipantId[],
    noteCount: Number(row['note_count']),
    stepTitle: row['step_title'] as string | null,
    upToSeq: Number(row['up_to_seq']),
    assetIds: JSON.parse(String(row['asset_ids'])) as AssetId[],
    commandId: row['command_id'] as CommandId | null,
  };
}

const columns =
  'id, at, reason, name, made_by, people, note_count, step_title, up_to_seq, asset_ids, command_id';

function prepareStatements(database: Database) {
  return {
    boardKey: database.prepare('SELECT key FROM boards WHERE id = ?'),
    add: SqliteSnapshotStore.insertion(database),
    list: database.prepare(
      `SELECT ${columns} FROM board_snapshots WHERE board_key = ? ORDER BY at DESC, rowid DESC`,
    ),
    find: database.prepare(`SELECT ${columns}, content FROM board_snapshots WHERE board_key = ? AND id = ?`),
    byCommand: database.prepare(
      `SELECT ${columns} FROM board_snapshots WHERE board_key = ? AND command_id = ?`,
    ),
    name: database.prepare('UPDATE board_snapshots SET name = ? WHERE board_key = ? AND id = ?'),
    remove: database.prepare('DELETE FROM board_snapshots WHERE board_key = ? AND id = ? AND name IS NULL'),
  };
}
