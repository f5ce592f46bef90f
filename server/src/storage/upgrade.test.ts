import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BoardId, LinkId, ParticipantId } from '@common-ground/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from './Database.ts';
import { sqliteStores } from './DatabaseStores.ts';
import { migrations } from './migrations.ts';

/* Databases as earlier versions left them: made by the entries of `migrations` they knew, which never change. */

const boardId = 'b' as BoardId;
const bytes = (...values: number[]) => new Uint8Array(values);
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  path = join(folder, 'common-ground.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Makes the database of the version that had run this many entries, with a board, its links and two people. */
function makeEarlier(version: number): void {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  for (const sql of migrations.slice(0, version)) database.exec(sql);
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA user_version = ${version};
    INSERT INTO boards (key, id, title, created_at) VALUES (7, 'b', 'Board', 1);
    INSERT INTO partners VALUES (7, 'p', 0, 'Acme', 'acme', 'blue');
    INSERT INTO links (board_key, id, role, secret_hash, created_at, revoked_at) VALUES
      (7, 'f', 'facilitator', x'01', 1, NULL), (7, 'c', 'contributor', x'02', 1, NULL),
      (7, 'old', 'observer', x'03', 1, 2), (7, 'o', 'observer', x'04', 2, NULL);
    INSERT INTO participants VALUES
      (7, 'fay', 'Fay', NULL, 'facilitator', 'f', 5, NULL), (7, 'bob', 'Bob', 'p', 'contributor', 'c', 6, 9);
    INSERT INTO updates VALUES (7, 1, 5, x'0000');
  `);
  database.close();
}

it.each([1, 2, 3])(
  'a database of version %i opens with its links and people as they were',
  async (version) => {
    makeEarlier(version);
    const database = openDatabase(path);
    const { links, participants, canvases } = sqliteStores(database);
    expect((await links.listOpen(boardId)).map(({ id, role }) => [id, role])).toEqual([
      ['c', 'contributor'],
      ['f', 'facilitator'],
      ['o', 'observer'],
    ]);
    expect(await links.find(boardId, bytes(3))).toMatchObject({
      id: 'old',
      state: 'replaced',
      expiresAt: null,
    });
    const people = await participants.list(boardId);
    expect(people.map(({ id, linkId, partnerId, removedAt }) => [id, linkId, partnerId, removedAt])).toEqual([
      ['fay', 'f', null, null],
      ['bob', 'c', 'p', 9],
    ]);
    expect((await canvases.load(boardId)).updates).toHaveLength(1);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  },
);

it('a board of before commenters gets their link, and people can join by it', async () => {
  makeEarlier(3);
  const database = openDatabase(path);
  const { links, participants } = sqliteStores(database);
  const id = 'm' as LinkId;
  await links.supply(boardId, { role: 'commenter', link: { id, secretHash: bytes(9) }, at: 10 });
  expect(await links.find(boardId, bytes(9))).toMatchObject({ id, role: 'commenter', state: 'open' });
  const carol = {
    id: 'carol' as ParticipantId,
    name: 'Carol',
    partnerId: null,
    joinedAt: 11,
    removedAt: null,
  };
  await participants.add(boardId, { ...carol, role: 'commenter', linkId: id });
  expect(await participants.find(boardId, carol.id)).toMatchObject({ participant: { role: 'commenter' } });
  // References and the one open link a role are guarded as before.
  const add = (link: string) =>
    participants.add(boardId, {
      ...carol,
      id: 'x' as ParticipantId,
      role: 'commenter',
      linkId: link as LinkId,
    });
  await expect(add('nowhere')).rejects.toThrow(/FOREIGN KEY/);
  expect(() =>
    database.exec(
      "INSERT INTO links (board_key, id, role, secret_hash, created_at) VALUES (7, 'n', 'observer', x'0a', 1)",
    ),
  ).toThrow(/UNIQUE/);
  database.exec("DELETE FROM boards WHERE id = 'b'");
  expect(database.prepare('SELECT count(*) AS left FROM links').get()).toEqual({ left: 0 });
  database.close();
});
