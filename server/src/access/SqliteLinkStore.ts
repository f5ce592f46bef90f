import type { BoardId, LinkId, Role } from '@common-ground/protocol';
import { inTransaction, type Database } from '../storage/Database.ts';
import type {
  LinkProtection,
  LinkRecord,
  LinkRenewal,
  LinkState,
  LinkStore,
  LinkWithdrawal,
} from './LinkStore.ts';

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

  async protect(boardId: BoardId, role: Role, { expiresAt, passwordHash }: LinkProtection): Promise<boolean> {
    return inTransaction(this.#database, () => {
      const { setExpiry, setPassword, openLink } = this.#statements;
      if (expiresAt !== undefined) setExpiry.run(expiresAt, boardId, role);
      if (passwordHash !== undefined) setPassword.run(passwordHash, boardId, role);
      return openLink.get(boardId, role) !== undefined;
    });
  }

  async supply(boardId: BoardId, { role, link, at }: Omit<LinkRenewal, 'by'>): Promise<void> {
    this.#statements.supply.run({ boardId, id: link.id, role, secretHash: link.secretHash, at });
  }

  async renew(
    boardId: BoardId,
    { role, link, at, by }: LinkRenewal,
  ): Promise<{ readonly replaced: LinkId | null } | null> {
    return inTransaction(this.#database, () => {
      const { create, move, revoke } = this.#statements;
      const old = revoke.get(at, boardId, role);
      const replaced = (old?.['id'] ?? null) as LinkId | null;
      const passwordHash = (old?.['password_hash'] ?? null) as Uint8Array | null;
      const { changes } = create.run(link.id, role, link.secretHash, at, passwordHash, boardId);
      if (changes === 0) return null;
      if (replaced !== null) move.run(link.id, boardId, by, replaced);
      return { replaced };
    });
  }

  async withdraw(boardId: BoardId, { role, at, by }: LinkWithdrawal): Promise<LinkId | null> {
    return inTransaction(this.#database, () => {
      const { move, openLink, revoke } = this.#statements;
      const old = revoke.get(at, boardId, role);
      if (!old) return null;
      const facilitators = openLink.get(boardId, 'facilitator');
      if (facilitators) move.run(String(facilitators['id']), boardId, by, String(old['id']));
      return old['id'] as LinkId;
    });
  }
}

/** Of a row with the link's `revoked_at` and {@link isRoleOpen}. */
export function linkStateOf(row: Record<string, unknown>): LinkState {
  if (row['revoked_at'] === null) return 'open';
  return row['is_role_open'] === 1 ? 'replaced' : 'withdrawn';
}

/** SQL: whether there is an open link of the role of the link `l`, as a column. */
export const isRoleOpen = `EXISTS (
  SELECT 1 FROM links AS open WHERE open.board_key = l.board_key AND open.role = l.role AND open.revoked_at IS NULL
) AS is_role_open`;

function toLink(row: Record<string, unknown>): LinkRecord {
  return {
    id: row['id'] as LinkId,
    role: row['role'] as Role,
    state: linkStateOf(row),
    expiresAt: row['expires_at'] === null ? null : Number(row['expires_at']),
    passwordHash: row['password_hash'] as Uint8Array | null,
  };
}

function prepareStatements(database: Database) {
  const ofBoard = 'board_key = (SELECT key FROM boards WHERE id = ?)';
  const openOfRole = `${ofBoard} AND role = ? AND revoked_at IS NULL`;
  return {
    find: database.prepare(
      `SELECT l.*, ${isRoleOpen} FROM links AS l WHERE l.${ofBoard} AND l.secret_hash = ?`,
    ),
    listOpen: database.prepare(`SELECT * FROM links WHERE ${ofBoard} AND revoked_at IS NULL ORDER BY role`),
    openLink: database.prepare(`SELECT id FROM links WHERE ${openOfRole}`),
    setExpiry: database.prepare(`UPDATE links SET expires_at = ? WHERE ${openOfRole}`),
    setPassword: database.prepare(`UPDATE links SET password_hash = ? WHERE ${openOfRole}`),
    revoke: database.prepare(
      `UPDATE links SET revoked_at = ? WHERE ${openOfRole} RETURNING id, password_hash`,
    ),
    create: database.prepare(`
      INSERT INTO links (board_key, id, role, secret_hash, created_at, password_hash)
      SELECT key, ?, ?, ?, ?, ? FROM boards WHERE id = ?`),
    supply: database.prepare(`
      INSERT INTO links (board_key, id, role, secret_hash, created_at)
      SELECT key, :id, :role, :secretHash, :at FROM boards WHERE id = :boardId
      AND NOT EXISTS (SELECT 1 FROM links WHERE board_key = boards.key AND role = :role)`),
    move: database.prepare(`UPDATE participants SET link_id = ? WHERE ${ofBoard} AND id = ? AND link_id = ?`),
  };
}
