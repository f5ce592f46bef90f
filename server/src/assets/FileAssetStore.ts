import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetId, BoardId } from '@common-ground/protocol';
import { explainStorageError } from '../storage/StorageError.ts';
import { assetHeadBytes, type AssetStore, type IncomingAsset, type StoredAsset } from './AssetStore.ts';

/**
 * Files under `<folder>/<boardId>/<assetId>`. A file arrives in `<folder>/.incoming` and is renamed to its place when it
 * is whole and on disk, so no half file is ever served. Both parts of the path are ids that were checked: nothing a
 * visitor names reaches the file system.
 */
export class FileAssetStore implements AssetStore {
  readonly #folder: string;
  readonly #incoming: string;

  /**
   * Throws a StorageError when the folder cannot be used. What a crash left half received is removed, unless a server may be
   * receiving there at this moment.
   */
  constructor(folder: string, { keepIncoming = false }: { readonly keepIncoming?: boolean } = {}) {
    this.#folder = folder;
    this.#incoming = join(folder, '.incoming');
    try {
      if (!keepIncoming) rmSync(this.#incoming, { recursive: true, force: true });
      mkdirSync(this.#incoming, { recursive: true });
    } catch (error) {
      throw explainStorageError(error, this.#incoming);
    }
  }

  async receive(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<IncomingAsset | null> {
    const path = join(this.#incoming, randomUUID());
    const file = await open(path, 'wx', 0o600);
    const discard = async (): Promise<void> => {
      await file.close();
      await rm(path, { force: true });
    };
    try {
      const received = await write(file, body, maxBytes);
      if (received === null) {
        await discard();
        return null;
      }
      const keep: IncomingAsset['keep'] = (boardId, assetId) => this.#keep(file, path, boardId, assetId);
      return { ...received, keep, discard };
    } catch (error) {
      await discard();
      throw error;
    }
  }

  async read(boardId: BoardId, assetId: AssetId): Promise<StoredAsset | null> {
    let file: FileHandle;
    try {
      file = await open(join(this.#folder, boardId, assetId), 'r');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
    const { size } = await file.stat();
    return { bytes: size, content: file.createReadStream() };
  }

  async #keep(file: FileHandle, path: string, boardId: BoardId, assetId: AssetId): Promise<void> {
    const folder = join(this.#folder, boardId);
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await mkdir(folder, { recursive: true });
    await rename(path, join(folder, assetId));
    await syncFolder(folder);
    await syncFolder(this.#folder);
  }
}

interface Received {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Uint8Array;
}

async function write(
  file: FileHandle,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Received | null> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (bytes < assetHeadBytes) head.push(chunk.subarray(0, assetHeadBytes - bytes));
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    hash.update(chunk);
    // `write` of a file handle may take only a part; `writeFile` goes on until all of the chunk is written.
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head) };
}

/** Makes a rename in the folder survive a loss of power. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
