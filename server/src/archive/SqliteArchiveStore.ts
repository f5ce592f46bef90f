import {
  roles,
  threadContentSchema,
  type BoardId,
  type CommandId,
  type ParticipantId,
  type PartnerId,
  type Role,
} from '@common-ground/protocol';
import { SqliteBoardDirectory } from '../boards/SqliteBoardDirectory.ts';
import { SqliteSnapshotStore, toRecord } from '../history/SqliteSnapshotStore.ts';
import { SqliteJournalStore } from '../history/SqliteJournalStore.ts';
import { inTransaction, type Database } from '../storage/Database.ts';
import { partnerNameKey } from '../boards/partnerNames.ts';
import type { ArchivedBoard, ArchivedParticipant, ArchiveStore, BoardToMake } from './ArchiveStore.ts';

/** Whole boards in the server's SQLite database. */
export class SqliteArchiveStore implements ArchiveStore {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #directory: SqliteBoardDirectory;
  readonly #journal: SqliteJournalStore;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
    this.#directory = new SqliteBoardDirectory(database);
    this.#journal = new SqliteJournalStore(database);
  }

  async list() {
    return this.#statements.list.all().map((row) => ({
      id: row['id'] as BoardId,
      title: String(row['title']),
      createdAt: Number(row['created_at']),
    }));
  }

  async read(boardId: BoardId): Promise<ArchivedBoard | null> {
    const board = await this.#directory.find(boardId);
    const row = this.#statements.board.get(boardId);
    if (board === null || row === undefined) return null;
    const key = Number(row['key']);
    const { events, launches, participants, snapshots, threads } = this.#statements;
    return {
      title: board.title,
      createdAt: Number(row['created_at']),
      partners: board.partners,
      participants: participants.all(key).map(toParticipant),
      launches: launches.all(key).map(toLaunch),
      events: events.all(key).map(({ data }) => String(data)),
      threads: threads.all(key).map(({ data }) => threadContentSchema.parse(JSON.parse(String(data)))),
      removals: (await this.#journal.removals(boardId, 0)).toReversed(),
      snapshots: snapshots
        .all(key)
        .map((stored) => ({ record: toRecord(stored), content: stored['content'] as Uint8Array })),
    };
  }

  async make(board: BoardToMake): Promise<void> {
    inTransaction(this.#database, () => {
      const { lastInsertRowid } = this.#statements.addBoard.run(board.id, board.title, board.createdAt);
      const key = Number(lastInsertRowid);
      this.#addPeople(key, board);
      this.#addCanvas(key, board);
      this.#addWorkshop(key, board);
      for (const removal of board.removals) {
        const { at, by, shapeId, type, text } = removal;
        this.#statements.addRemoval.run(key, at, by, shapeId, type, text);
      }
      for (const snapshot of board.snapshots)
        SqliteSnapshotStore.insert(this.#statements.addSnapshot, key, snapshot);
    });
  }

  #addPeople(key: number, { createdAt, links, participants, partners }: BoardToMake): void {
    const { addLink, addParticipant, addPartner } = this.#statements;
    for (const role of roles) addLink.run(key, links[role].id, role, links[role].secretHash, createdAt);
    for (const [position, { colour, id, name }] of partners.entries())
      addPartner.run(key, id, position, name, partnerNameKey(name), colour);
    const known = new Set(partners.map(({ id }) => id));
    for (const { id, joinedAt, name, partnerId, removedAt, role } of participants) {
      const partner = partnerId !== null && known.has(partnerId) ? partnerId : null;
      addParticipant.run(key, id, name, partner, role, links[role].id, joinedAt, removedAt);
    }
  }

  #addCanvas(key: number, { canvas, launches }: BoardToMake): void {
    const { addCanvas, addLaunch, addOwner } = this.#statements;
    addCanvas.run(key, canvas.update);
    addOwner.run(key, canvas.clientId);
    for (const { at, bounds, commandId, pageId, templateId } of launches)
      addLaunch.run(key, commandId, templateId, pageId, bounds.x, bounds.y, bounds.w, bounds.h, at);
  }

  /** Everything the events did outside of the workshop stands on the canvas and among the people already. */
  #addWorkshop(key: number, { dueDays, events, threads }: BoardToMake): void {
    const { addDueDay, addEffects, addEvent, addThread } = this.#statements;
    for (const [index, event] of events.entries()) addEvent.run(key, index + 1, event);
    addEffects.run(key, events.length);
    for (const { day, id, owner, what } of dueDays) addDueDay.run(key, id, day, what, owner);
    for (const [index, thread] of threads.entries())
      addThread.run(key, thread.id, index + 1, index + 1, JSON.stringify(thread));
  }
}

function toParticipant(row: Record<string, unknown>): ArchivedParticipant {
  return {
    id: row['id'] as ParticipantId,
    name: String(row['name']),
    partnerId: row['partner_id'] as PartnerId | null,
    role: row['role'] as Role,
    joinedAt: Number(row['joined_at']),
    removedAt: row['removed_at'] as number | null,
  };
}

function toLaunch(row: Record<string, unknown>): ArchivedBoard['launches'][number] {
  const { x, y, w, h } = row;
  return {
    commandId: row['command_id'] as CommandId,
    templateId: String(row['template_id']),
    pageId: String(row['page_id']),
    bounds: { x: Number(x), y: Number(y), w: Number(w), h: Number(h) },
    at: Number(row['launched_at']),
  };
}

function prepareStatements(database: Database) {
  return {
    list: database.prepare('SELECT id, title, created_at FROM boards ORDER BY key'),
    board: database.prepare('SELECT key, created_at FROM boards WHERE id = ?'),
    participants: database.prepare('SELECT * FROM participants WHERE board_key = ? ORDER BY joined_at, id'),
    launches: database.prepare('SELECT * FROM launches WHERE board_key = ? ORDER BY launched_at, command_id'),
    events: database.prepare('SELECT data FROM workshop_events WHERE board_key = ? ORDER BY version'),
    threads: database.prepare('SELECT data FROM comment_threads WHERE board_key = ? ORDER BY position'),
    snapshots: database.prepare('SELECT * FROM board_snapshots WHERE board_key = ? ORDER BY at, rowid'),
    addBoard: database.prepare('INSERT INTO boards (id, title, created_at) VALUES (?, ?, ?)'),
    addLink: database.prepare(
      'INSERT INTO links (board_key, id, role, secret_hash, created_at) VALUES (?, ?, ?, ?, ?)',
    ),
    addPartner: database.prepare(
      'INSERT INTO partners (board_key, id, position, name, name_key, colour) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    addParticipant: database.prepare(`
      INSERT INTO participants (board_key, id, name, partner_id, role, link_id, joined_at, removed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    addCanvas: database.prepare('INSERT INTO snapshots (board_key, up_to_seq, data) VALUES (?, 1, ?)'),
    addOwner: database.prepare(
      "INSERT INTO client_owners (board_key, client_id, owner) VALUES (?, ?, 'server')",
    ),
    addLaunch: database.prepare(`
      INSERT INTO launches (board_key, command_id, template_id, page_id, x, y, w, h, launched_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    addEvent: database.prepare('INSERT INTO workshop_events (board_key, version, data) VALUES (?, ?, ?)'),
    addEffects: database.prepare('INSERT INTO workshop_effects (board_key, up_to_version) VALUES (?, ?)'),
    addDueDay: database.prepare(
      'INSERT INTO due_days (board_key, id, day, what, owner) VALUES (?, ?, ?, ?, ?)',
    ),
    addThread: database.prepare(
      'INSERT INTO comment_threads (board_key, id, position, version, data) VALUES (?, ?, ?, ?, ?)',
    ),
    addRemoval: database.prepare(
      'INSERT INTO removals (board_key, at, removed_by, shape_id, type, text) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    addSnapshot: SqliteSnapshotStore.insertion(database),
  };
}
