import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from './DataFolder.ts';

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'common-ground-'));
  path = join(parent, 'some', 'data');
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('openDataFolder', () => {
  it('makes the folder and a key that only its owner can read', () => {
    const folder = openDataFolder(path);
    expect(folder.path).toBe(path);
    expect(folder.serverKey.byteLength).toBe(32);
    expect(statSync(join(path, 'server.key')).mode & 0o777).toBe(0o600);
    expect(statSync(folder.assetsPath).isDirectory()).toBe(true);
    folder.close();
  });

  it('keeps the key over restarts', () => {
    const first = openDataFolder(path);
    first.close();
    const second = openDataFolder(path);
    expect(Buffer.from(second.serverKey)).toEqual(Buffer.from(first.serverKey));
    second.close();
  });

  it('refuses a second server while the first is running', () => {
    const first = openDataFolder(path);
    expect(() => openDataFolder(path)).toThrow(`${path}: another Common Ground server is using this folder`);
    first.close();
    openDataFolder(path).close();
  });

  it('says where and why when the folder is a file', () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    expect(() => openDataFolder(file)).toThrow(
      `${file}: this is not a folder, or part of its path is a file`,
    );
    expect(() => openDataFolder(join(file, 'data'))).toThrow(/this is not a folder/);
  });

  it('refuses a key of the wrong length instead of making another', () => {
    openDataFolder(path).close();
    writeFileSync(join(path, 'server.key'), 'short');
    expect(() => openDataFolder(path)).toThrow(/server\.key: this is not the server's key/);
    expect(readFileSync(join(path, 'server.key'), 'utf8')).toBe('short');
  });

  it('lets go of the folder when it cannot be used', () => {
    openDataFolder(path).close();
    writeFileSync(join(path, 'server.key'), 'short');
    expect(() => openDataFolder(path)).toThrow(/server\.key/);
    writeFileSync(join(path, 'server.key'), Buffer.alloc(32));
    openDataFolder(path).close();
  });
});
