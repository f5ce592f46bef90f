import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from './Database.ts';
import { giveBackFreePages } from './freePages.ts';

let folder: string;
const pathOf = () => join(folder, 'test.sqlite');
const mode = (database: Database) => database.prepare('PRAGMA auto_vacuum').get()?.['auto_vacuum'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-pages-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fillAndEmpty(database: Database): void {
  database.exec('CREATE TABLE scratch (data BLOB NOT NULL)');
  const insert = database.prepare('INSERT INTO scratch (data) VALUES (zeroblob(4000))');
  for (let row = 0; row < 300; row += 1) insert.run();
  database.exec('DELETE FROM scratch');
}

describe('free pages', () => {
  it('are given back to the disk, some while the database is open and the rest at the end', () => {
    const database = openDatabase(pathOf());
    expect(mode(database)).toBe(2);
    fillAndEmpty(database);
    giveBackFreePages(database);
    expect(database.prepare('PRAGMA freelist_count').get()?.['freelist_count']).toBe(64);
    giveBackFreePages(database, { isClosing: true });
    database.close();
    expect(statSync(pathOf()).size).toBeLessThan(300_000);
  });

  it('of a database of an earlier version too, which keeps what it holds', () => {
    const earlier = new DatabaseSync(pathOf());
    earlier.exec(
      "PRAGMA journal_mode = WAL; CREATE TABLE kept (word TEXT); INSERT INTO kept VALUES ('still here')",
    );
    fillAndEmpty(earlier);
    earlier.close();
    const before = statSync(pathOf()).size;
    const database = openDatabase(pathOf());
    expect(mode(database)).toBe(2);
    expect(database.prepare('SELECT word FROM kept').get()?.['word']).toBe('still here');
    database.close();
    expect(statSync(pathOf()).size).toBeLessThan(before / 2);
    const again = openDatabase(pathOf());
    expect(mode(again)).toBe(2);
    again.close();
  });
});
