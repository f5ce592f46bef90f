import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetStoreContract } from './assetStoreContract.ts';
import { FileAssetStore } from './FileAssetStore.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

assetStoreContract('FileAssetStore', () => new FileAssetStore(folder));

describe('FileAssetStore', () => {
  it('leaves no half file behind, however an upload ends', async () => {
    const store = new FileAssetStore(folder);
    await store.receive(body('too long'), 5);
    await (await store.receive(body('fine'), 5))?.discard();
    await expect(store.receive(body('broken'), 10)).rejects.toThrow('broken off');
    expect(incoming()).toEqual([]);
  });

  it('removes at start what a crash left half received', () => {
    mkdirSync(join(folder, '.incoming'));
    writeFileSync(join(folder, '.incoming', 'half'), 'half');
    const store = new FileAssetStore(folder);
    expect(store).toBeInstanceOf(FileAssetStore);
    expect(incoming()).toEqual([]);
  });

  it('says where and why when its folder cannot be used', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => new FileAssetStore(file)).toThrow(/file\/\.incoming: this is not a folder/);
  });
});

function incoming(): readonly string[] {
  return readdirSync(join(folder, '.incoming'));
}

async function* body(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
  if (text === 'broken') throw new Error('broken off');
}
