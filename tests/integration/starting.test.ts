import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServerChild, type Exit } from './support/ServerChild.ts';
import { call, createBoard } from './support/visit.ts';

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-start-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));

function tryToStart(env: Readonly<Record<string, string>>): Promise<Exit> {
  return ServerChild.spawn({ PORT: '0', DATA_DIR: dataDir, ...env }).ended;
}

describe('starting', () => {
  it('says in one line where the server is, and serves there', async () => {
    const { child, url } = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
    expect(child.output).toMatch(/^Common Ground is running at http:\/\/localhost:\d+$/m);
    expect((await call({ url }, '/healthz')).status).toBe(200);
    await child.stop('SIGTERM');
  });

  it('says the public address where there is one', async () => {
    const env = { PORT: '0', DATA_DIR: dataDir, PUBLIC_URL: 'https://board.example.org' };
    const { child, url } = await ServerChild.start(env);
    expect(url).toBe('https://board.example.org');
    await child.stop('SIGTERM');
  });

  it('lists everything that is wrong with the configuration, and touches no disk', async () => {
    const { code, output } = await tryToStart({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(output).toContain('PORT must be a whole number');
    expect(output).toContain('LOG_LEVEL must be one of');
    expect(output).not.toMatch(/\n {4}at /);
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a data folder that cannot be used', () => {
  it('is named with the reason when it is a file', async () => {
    writeFileSync(dataDir, 'something else');
    const { code, output } = await tryToStart({});
    expect(code).toBe(1);
    expect(output).toContain(`${dataDir}: this is not a folder`);
    expect(readFileSync(dataDir, 'utf8')).toBe('something else');
  });

  it.skipIf(process.platform !== 'linux')(
    'is named with the reason when nobody may write there',
    async () => {
      const { code, output } = await tryToStart({ DATA_DIR: '/sys/common-ground' });
      expect(code).toBe(1);
      expect(output).toMatch(/^\/sys\/common-ground: .*(may not write here|read-only file system)/m);
    },
  );

  it('is named with the reason when its database is damaged, which stays as it is', async () => {
    const { child } = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
    await child.stop('SIGTERM');
    const path = join(dataDir, 'common-ground.db');
    const bytes = readFileSync(path).fill(7, 0, 4_096);
    writeFileSync(path, bytes);
    const { code, output } = await tryToStart({});
    expect(code).toBe(1);
    expect(output).toContain(`${path}: the database is damaged`);
    expect(output).not.toMatch(/\n {4}at /);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('is left to the server that has it', async () => {
    const { child, url } = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
    const { code, output } = await tryToStart({});
    expect(code).toBe(1);
    expect(output).toContain(`${dataDir}: another Common Ground server is using this folder`);
    expect((await createBoard({ url })).boardId).toBeTruthy();
    await child.stop('SIGTERM');
  });

  it('can be used again after the server that had it was killed', async () => {
    const first = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
    await first.child.stop('SIGKILL');
    const second = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
    expect((await second.child.stop('SIGTERM')).code).toBe(0);
  });
});

describe('a port that is taken', () => {
  it('is named, with a way out', async () => {
    const { child, url } = await ServerChild.start({ PORT: '0', DATA_DIR: dataDir });
    const { port } = new URL(url);
    const { code, output } = await tryToStart({ PORT: port, DATA_DIR: join(folder, 'other') });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is taken by another program`);
    await child.stop('SIGTERM');
  });
});
