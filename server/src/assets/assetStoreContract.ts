import { createHash } from 'node:crypto';
import type { AssetId, BoardId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { assetHeadBytes, type AssetStore, type IncomingAsset } from './AssetStore.ts';

const board = 'b' as BoardId;
const assetId = `${'a'.repeat(64)}.png` as AssetId;

/** What any {@link AssetStore} has to do; `setup` makes an empty one. */
export function assetStoreContract(title: string, setup: () => AssetStore): void {
  describe(`${title} takes files in and`, () => {
    it('tells what arrived', async () => {
      const incoming = await received(setup(), 'hello', ' world');
      expect(incoming.bytes).toBe(11);
      expect(Buffer.from(incoming.head).toString()).toBe('hello world');
      expect(incoming.sha256).toBe(createHash('sha256').update('hello world').digest('hex'));
      await incoming.discard();
    });

    it('holds only the beginning of a large file in memory', async () => {
      const chunk = 'x'.repeat(300_000);
      const incoming = await received(setup(), chunk, chunk, chunk);
      expect(incoming.bytes).toBe(900_000);
      expect(incoming.head.byteLength).toBe(assetHeadBytes);
      await incoming.discard();
    });

    it('gives up on a file that goes on beyond the limit', async () => {
      const store = setup();
      expect(await store.receive(body('123', '456'), 5)).toBeNull();
      expect(await store.receive(body('123', '45'), 5).then((incoming) => incoming?.bytes)).toBe(5);
    });

    it('passes on that the sender broke off', async () => {
      await expect(setup().receive(brokenBody(), 100)).rejects.toThrow('broken off');
    });
  });

  describe(`${title} keeps files and`, () => {
    it('gives back what was kept', async () => {
      const store = setup();
      await (await received(store, 'hello')).keep(board, assetId);
      const stored = await store.read(board, assetId);
      expect(stored?.bytes).toBe(5);
      expect(await textOf(stored?.content)).toBe('hello');
    });

    it('shows nothing of a file before it is kept, and nothing of one that was discarded', async () => {
      const store = setup();
      const incoming = await received(store, 'hello');
      expect(await store.read(board, assetId)).toBeNull();
      await incoming.discard();
      expect(await store.read(board, assetId)).toBeNull();
    });

    it('keeps the same file twice as one', async () => {
      const store = setup();
      await (await received(store, 'hello')).keep(board, assetId);
      await (await received(store, 'hello')).keep(board, assetId);
      expect(await textOf((await store.read(board, assetId))?.content)).toBe('hello');
    });

    it('keeps the files of each board to itself', async () => {
      const store = setup();
      await (await received(store, 'hello')).keep(board, assetId);
      expect(await store.read('c' as BoardId, assetId)).toBeNull();
    });
  });
}

async function received(store: AssetStore, ...chunks: readonly string[]): Promise<IncomingAsset> {
  const incoming = await store.receive(body(...chunks), 10_000_000);
  if (incoming === null) throw new Error('The file was refused.');
  return incoming;
}

async function* body(...chunks: readonly string[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function* brokenBody(): AsyncIterable<Uint8Array> {
  yield Buffer.from('half');
  throw new Error('broken off');
}

async function textOf(content: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
