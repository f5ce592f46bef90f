import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase } from './Database.ts';
import { migrations } from './migrations.ts';
import { isStorageError, StorageError } from './StorageError.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  path = join(folder, 'boards.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openDatabase', () => {
  it('makes a database that is durable at every commit and checks references', () => {
    const database = openDatabase(path);
    const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('user_version')).toBe(migrations.length);
    database.close();
  });

  it('opens what it made, with what is in it', () => {
    const first = openDatabase(path);
    first.exec("INSERT INTO boards (id, title, created_at) VALUES ('b', 'Board', 1)");
    first.close();
    const second = openDatabase(path);
    expect(second.prepare('SELECT title FROM boards').get()).toEqual({ title: 'Board' });
    second.close();
  });

  it('has strict tables only', () => {
    const database = openDatabase(path);
    const tables = database.prepare(
      "SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'",
    );
    const loose = tables.all().filter(({ strict }) => strict !== 1);
    expect(loose).toEqual([]);
    database.close();
  });

  it('refuses data of a later version and leaves it alone', () => {
    const database = openDatabase(path);
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    database.close();
    expect(() => openDatabase(path)).toThrow(/later version of Common Ground/);
  });

  it('says where and why when the file is no database', () => {
    writeFileSync(path, 'x'.repeat(5_000));
    expect(() => openDatabase(path)).toThrow(`${path}: the database is damaged or no database`);
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(5_000));
  });

  it('says where and why when the file was cut off', () => {
    openDatabase(path).close();
    truncateSync(path, 6_000);
    expect(() => openDatabase(path)).toThrow(/boards\.db: the database is damaged/);
  });

  it('says where and why when a folder stands in its place', () => {
    mkdirSync(path);
    expect(() => openDatabase(path)).toThrow(/boards\.db: the database cannot be opened/);
  });

  it('throws a StorageError each time', () => {
    writeFileSync(path, 'x'.repeat(5_000));
    expect(() => openDatabase(path)).toThrow(StorageError);
  });
});

describe('inTransaction', () => {
  it('undoes everything when the work throws, and goes on working', () => {
    const database = openDatabase(path);
    const insert = (id: string) =>
      database.prepare('INSERT INTO boards (id, title, created_at) VALUES (?, ?, ?)').run(id, 'Board', 1);
    const failing = () =>
      inTransaction(database, () => {
        insert('a');
        insert('a');
      });
    expect(failing).toThrow(/UNIQUE constraint/);
    inTransaction(database, () => insert('b'));
    expect(database.prepare('SELECT id FROM boards').all()).toEqual([{ id: 'b' }]);
    database.close();
  });

  it('fails as the storage does when the disk is full, and works again when there is room', () => {
    const database = openDatabase(path);
    const pages = Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0];
    const insert = (id: string) =>
      inTransaction(database, () =>
        database
          .prepare('INSERT INTO boards (id, title, created_at) VALUES (?, ?, ?)')
          .run(id, 'x'.repeat(100_000), 1),
      );
    database.exec(`PRAGMA max_page_count = ${String(pages)}`);
    let error: unknown = null;
    try {
      insert('a');
    } catch (caught) {
      error = caught;
    }
    expect(isStorageError(error)).toBe(true);
    database.exec('PRAGMA max_page_count = 1000000');
    insert('b');
    expect(database.prepare('SELECT id FROM boards').all()).toEqual([{ id: 'b' }]);
    database.close();
  });
});
