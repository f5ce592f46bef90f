import {
  threadContentSchema,
  type BoardId,
  type CommentThread,
  type ParticipantId,
  type ThreadContent,
  type ThreadId,
} from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { CommentStore, ThreadSeen } from './CommentStore.ts';

/** Comments in the server's SQLite database, a row a thread. */
export class SqliteCommentStore implements CommentStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async list(boardId: BoardId): Promise<readonly CommentThread[]> {
    return this.#statements.list.all(boardId).map(toThread);
  }

  async find(boardId: BoardId, threadId: ThreadId) {
    const row = this.#statements.find.get(boardId, threadId);
    const threadCount = Number(this.#statements.count.get(boardId)?.['count']);
    return { thread: row ? toThread(row) : null, threadCount };
  }

  async put(boardId: BoardId, thread: ThreadContent, expectedVersion: number): Promise<number | null> {
    return inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      const present = Number(this.#statements.version.get(boardKey, thread.id)?.['version'] ?? 0);
      if (present !== expectedVersion) return null;
      const version = 1 + Number(this.#statements.newest.get(boardKey)?.['version']);
      const data = JSON.stringify(threadContentSchema.parse(thread));
      this.#statements.put.run({ boardKey, id: thread.id, version, data });
      return version;
    });
  }

  async listSeen(boardId: BoardId, participantId: ParticipantId): Promise<readonly ThreadSeen[]> {
    return this.#statements.listSeen.all(boardId, participantId).map((row) => ({
      threadId: row['thread_id'] as ThreadId,
      count: Number(row['count']),
    }));
  }

  async markSeen(boardId: BoardId, participantId: ParticipantId, seen: readonly ThreadSeen[]): Promise<void> {
    inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      for (const { threadId, count } of seen) {
        this.#statements.markSeen.run({ boardKey, participantId, threadId, count });
      }
    });
  }

  #boardKey(boardId: BoardId): number {
    const row = this.#statements.boardKey.get(boardId);
    if (!row) throw new Error(`No board ${boardId} in the database`);
    return Number(row['key']);
  }
}

function toThread(row: Record<string, unknown>): CommentThread {
  const content = threadContentSchema.parse(JSON.parse(String(row['data'])));
  return { ...content, version: Number(row['version']) };
}

function prepareStatements(database: Database) {
  const ofBoard = 'board_key = (SELECT key FROM boards WHERE id = ?)';
  return {
    boardKey: database.prepare('SELECT key FROM boards WHERE id = ?'),
    list: database.prepare(`SELECT version, data FROM comment_threads WHERE ${ofBoard} ORDER BY position`),
    find: database.prepare(`SELECT version, data FROM comment_threads WHERE ${ofBoard} AND id = ?`),
    count: database.prepare(`SELECT count(*) AS count FROM comment_threads WHERE ${ofBoard}`),
    version: database.prepare('SELECT version FROM comment_threads WHERE board_key = ? AND id = ?'),
    newest: database.prepare(
      'SELECT coalesce(max(version), 0) AS version FROM comment_threads WHERE board_key = ?',
    ),
    put: database.prepare(`
      INSERT INTO comment_threads (board_key, id, position, version, data)
      VALUES (:boardKey, :id, :version, :version, :data)
      ON CONFLICT (board_key, id) DO UPDATE SET version = excluded.version, data = excluded.data`),
    listSeen: database.prepare(
      `SELECT thread_id, count FROM comments_seen WHERE ${ofBoard} AND participant_id = ? ORDER BY thread_id`,
    ),
    markSeen: database.prepare(`
      INSERT INTO comments_seen (board_key, participant_id, thread_id, count)
      SELECT :boardKey, :participantId, id, :count FROM comment_threads
      WHERE board_key = :boardKey AND id = :threadId
      ON CONFLICT (board_key, participant_id, thread_id) DO UPDATE SET count = max(count, excluded.count)`),
  };
}
