import {
  roles,
  type BoardId,
  type CommandId,
  type Partner,
  type PartnerColour,
  type PartnerId,
} from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type { BoardDirectory, BoardRecord, LaunchRecord, NewBoard, NewPartner } from './BoardDirectory.ts';
import { colourFor, partnerNameKey } from './partnerNames.ts';

/** Boards and their partners in the server's SQLite database. */
export class SqliteBoardDirectory implements BoardDirectory {
  readonly #database: Database;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async create(board: NewBoard): Promise<void> {
    inTransaction(this.#database, () => {
      const { lastInsertRowid: boardKey } = this.#statements.createBoard.run(board.id, board.title, board.at);
      for (const role of roles) {
        const { id, secretHash } = board.links[role];
        this.#statements.createLink.run(boardKey, id, role, secretHash, board.at);
      }
      for (const [position, partner] of board.partners.entries()) {
        this.#insertPartner(Number(boardKey), position, partner);
      }
    });
  }

  async find(boardId: BoardId): Promise<BoardRecord | null> {
    const row = this.#statements.findBoard.get(boardId);
    if (!row) return null;
    const boardKey = Number(row['key']);
    return {
      id: boardId,
      title: String(row['title']),
      partners: this.#partners(boardKey),
      templateIds: this.#statements.templates.all(boardKey).map(({ template_id }) => String(template_id)),
    };
  }

  async rename(boardId: BoardId, title: string): Promise<void> {
    this.#statements.rename.run(title, boardId);
  }

  async ensurePartner(boardId: BoardId, partner: NewPartner, maxPartners: number): Promise<Partner | null> {
    return inTransaction(this.#database, () => {
      const boardKey = this.#boardKey(boardId);
      const partners = this.#partners(boardKey);
      const key = partnerNameKey(partner.name);
      const existing = partners.find(({ name }) => partnerNameKey(name) === key);
      if (existing) return existing;
      if (partners.length >= maxPartners) return null;
      const taken = partners.map(({ colour }) => colour);
      const added = { id: partner.id, name: partner.name, colour: colourFor(partner.colour, taken) };
      this.#insertPartner(boardKey, partners.length, added);
      return added;
    });
  }

  async recordLaunch(boardId: BoardId, launch: LaunchRecord, at: number): Promise<void> {
    const { x, y, w, h } = launch.bounds;
    const { commandId, templateId, pageId } = launch;
    const boardKey = this.#boardKey(boardId);
    this.#statements.recordLaunch.run(boardKey, commandId, templateId, pageId, x, y, w, h, at);
  }

  async findLaunch(boardId: BoardId, commandId: CommandId): Promise<LaunchRecord | null> {
    const row = this.#statements.findLaunch.get(boardId, commandId);
    if (!row) return null;
    const { template_id, page_id, x, y, w, h } = row;
    return {
      commandId,
      templateId: String(template_id),
      pageId: String(page_id),
      bounds: { x: Number(x), y: Number(y), w: Number(w), h: Number(h) },
    };
  }

  #boardKey(boardId: BoardId): number {
    const row = this.#statements.findBoard.get(boardId);
    if (!row) throw new Error(`No board ${boardId} in the database`);
    return Number(row['key']);
  }

  #partners(boardKey: number): readonly Partner[] {
    return this.#statements.partners.all(boardKey).map((row) => ({
      id: row['id'] as PartnerId,
      name: String(row['name']),
      colour: row['colour'] as PartnerColour,
    }));
  }

  #insertPartner(boardKey: number, position: number, { id, name, colour }: Partner): void {
    this.#statements.createPartner.run(boardKey, id, position, name, partnerNameKey(name), colour);
  }
}

function prepareStatements(database: Database) {
  return {
    createBoard: database.prepare('INSERT INTO boards (id, title, created_at) VALUES (?, ?, ?)'),
    createLink: database.prepare(
      'INSERT INTO links (board_key, id, role, secret_hash, created_at) VALUES (?, ?, ?, ?, ?)',
    ),
    createPartner: database.prepare(
      'INSERT INTO partners (board_key, id, position, name, name_key, colour) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    findBoard: database.prepare('SELECT key, title FROM boards WHERE id = ?'),
    partners: database.prepare('SELECT id, name, colour FROM partners WHERE board_key = ? ORDER BY position'),
    templates: database.prepare(`
      SELECT template_id FROM launches WHERE board_key = ?
      GROUP BY template_id ORDER BY max(launched_at) DESC, template_id`),
    rename: database.prepare('UPDATE boards SET title = ? WHERE id = ?'),
    recordLaunch: database.prepare(`
      INSERT INTO launches (board_key, command_id, template_id, page_id, x, y, w, h, launched_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (board_key, command_id) DO NOTHING`),
    findLaunch: database.prepare(`
      SELECT template_id, page_id, x, y, w, h FROM launches
      WHERE board_key = (SELECT key FROM boards WHERE id = ?) AND command_id = ?`),
  };
}
