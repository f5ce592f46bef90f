import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { threadContent } from '../comments/commentStoreContract.ts';
import { openDatabase } from '../storage/Database.ts';
import { openDataFolder } from '../storage/DataFolder.ts';
import { sqliteStores } from '../storage/DatabaseStores.ts';
import { newCanvasOf } from '../history/historyTasks.ts';
import { boardSchema } from '../boards/prepareBoard.ts';
import { runCommand } from './runCommand.ts';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
  dataDir = join(folder, 'data');
  await fill();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A data folder with one board, on which somebody has an unrevealed draft, and a thread of comments. */
async function fill(): Promise<void> {
  const data = openDataFolder(dataDir);
  const database = openDatabase(data.databasePath);
  const { canvases, comments, directory } = sqliteStores(database);
  const board = newBoard('b');
  await directory.create(board);
  const empty = {
    format: 1 as const,
    schema: boardSchema.serialize(),
    records: [],
    setAside: [],
    launches: {},
  };
  const { clientId, update } = newCanvasOf(empty);
  await canvases.append([{ boardId: board.id, update, at: 1, newOwners: [[clientId, 'server']] }]);
  await comments.put(board.id, threadContent('kept'), 0);
  database.exec(
    'INSERT INTO workshop_privates (board_key, id, data) VALUES (1, \'draft:1\', \'{"kind":"none"}\')',
  );
  database.close();
  data.close();
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommand({
    args,
    env: { DATA_DIR: dataDir, PUBLIC_URL: 'https://board.example' },
    print: (line) => out.push(line),
    warn: (line) => err.push(line),
    serve: async (named) => {
      out.push(`serving ${named ?? 'the default'}`);
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the command line', () => {
  it('explains itself, and tells what is no command by its exit code', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('board export') });
    expect(await run()).toMatchObject({ code: 2 });
    expect(await run('dance')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
    expect(await run('board', 'export')).toMatchObject({
      code: 2,
      err: expect.stringContaining('<board id>'),
    });
    expect(await run('--unheard-of')).toMatchObject({ code: 2, err: expect.stringContaining('unheard-of') });
    expect(await run('dance')).toMatchObject({ err: expect.stringContaining('no command “dance”') });
    expect(await run('serve')).toEqual({ code: 0, out: 'serving the default', err: '' });
    expect((await run('serve', '--data', '/srv/cg')).out).toBe('serving /srv/cg');
    const all = (await run('--help')).out;
    for (const name of ['board export', 'board import', 'boards list', 'backup', 'restore', 'check']) {
      const { code, out } = await run(...name.split(' '), '--help');
      expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining(`common-ground ${name}`)]);
      expect(all).toContain(`  ${name}`);
    }
    expect((await run('help')).out).toBe(all);
  });

  it('lists, exports and imports boards', async () => {
    expect((await run('boards', 'list')).out).toMatch(/^b {2}\d{4}-\d\d-\d\d {2}\S/);
    const file = join(folder, 'board.zip');
    expect(await run('board', 'export', 'b', file)).toMatchObject({ code: 0 });
    const imported = await run('board', 'import', file);
    expect(imported.code).toBe(0);
    expect(imported.out).toMatch(/facilitator {2}https:\/\/board\.example\/b\/[\w-]+#[\w-]{22}/);
    expect((await run('boards', 'list')).out.split('\n')).toHaveLength(2);
    expect(await run('board', 'export', 'nobody', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nobody'),
    });
    writeFileSync(file, 'no archive');
    expect(await run('board', 'import', file)).toMatchObject({ code: 1 });
    expect(await run('board', 'import', join(folder, 'nowhere.zip'))).toMatchObject({ code: 1 });
  });

  it('takes an id that begins with a hyphen for what it is', async () => {
    const database = new DatabaseSync(join(dataDir, 'common-ground.db'));
    database.exec("UPDATE boards SET id = '-bq9755WL0chwL8g'");
    database.close();
    const file = join(folder, 'board.zip');
    expect(await run('board', 'export', '-bq9755WL0chwL8g', file)).toEqual({ code: 0, out: '', err: '' });
    expect(existsSync(file)).toBe(true);
  });

  it('says in a sentence what is wrong with a data folder, and leaves no half copy', async () => {
    const damaged = {
      code: 1,
      err: expect.stringMatching(/: the database is damaged\. Put back a copy[^\n]*$/),
    };
    damage(10);
    const copy = join(folder, 'copy');
    expect(await run('backup', copy)).toMatchObject(damaged);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
    expect(await run('board', 'export', 'b', join(folder, 'b.zip'))).toMatchObject(damaged);
    damage(1);
    expect(await run('boards', 'list')).toMatchObject(damaged);
    const checked = await run('check');
    expect(checked).toMatchObject({ code: 1, out: expect.stringContaining('list of boards cannot be read') });
    expect(checked.err).toBe('');
    writeFileSync(join(dataDir, 'server.key'), 'too short');
    const withoutKey = { code: 1, err: expect.stringContaining('not the server') };
    expect(await run('board', 'import', join(folder, 'b.zip'))).toMatchObject(withoutKey);
  });

  it('backs up a server that is running, without what is not revealed, and restores it', async () => {
    const running = openDataFolder(dataDir);
    const copy = join(folder, 'copy');
    const made = await run('backup', copy);
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('server.key') });
    running.close();
    expect([rowsIn(copy, 'workshop_privates'), rowsIn(copy, 'comment_threads')]).toEqual([0, 1]);
    await run('backup', '--include-unrevealed', join(folder, 'all'));
    expect(rowsIn(join(folder, 'all'), 'workshop_privates')).toBe(1);
    expect(await run('backup', copy)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') });
    expect(await run('restore', copy)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') });
    const restored = join(folder, 'restored');
    expect(await run('restore', '--data', restored, copy)).toMatchObject({ code: 0 });
    expect(existsSync(join(restored, 'server.key'))).toBe(true);
    expect((await run('check', '--data', restored)).out).toBe('Boards: 1. Faults: 0.');
    expect(await run('restore', '--data', join(folder, 'x'), join(folder, 'nowhere'))).toMatchObject({
      code: 1,
    });
  });

  it('checks every board and tells what is wrong', async () => {
    expect(await run('check')).toMatchObject({ code: 0, out: 'Boards: 1. Faults: 0.' });
    const database = new DatabaseSync(join(dataDir, 'common-ground.db'));
    database.exec(`
      INSERT INTO updates VALUES (1, 2, 5, x'0102');
      INSERT INTO workshop_events VALUES (1, 1, '{"type":"unheard-of"}');
      INSERT INTO comment_threads VALUES (1, 't', 1, 1, '{"id":"t","text":"secret words"}')`);
    database.close();
    const { code, out } = await run('check');
    expect(code).toBe(1);
    expect(out).toContain('b: the canvas cannot be read');
    expect(out).toContain('b: the workshop cannot be read');
    expect(out).toContain('b: the comments cannot be read');
    expect(out).not.toContain('secret words');
    expect(out).toMatch(/Boards: 1\. Faults: \d+\. Stop the server/);
    expect(await run('check', '--data', join(folder, 'nowhere'))).toMatchObject({ code: 1 });
  });
});

/** Writes over pages of the database, from this one on. */
function damage(page: number): void {
  const path = join(dataDir, 'common-ground.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, page * 4_096, (page + 2) * 4_096);
  writeFileSync(path, bytes);
}

function rowsIn(copy: string, table: string): number {
  const database = new DatabaseSync(join(copy, 'common-ground.db'), { readOnly: true });
  try {
    return Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
  } finally {
    database.close();
  }
}
