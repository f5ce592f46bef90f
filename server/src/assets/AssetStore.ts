import type { Readable } from 'node:stream';
import type { AssetId, BoardId } from '@common-ground/protocol';

/** A file that has arrived but is not on the board yet: exactly one of `keep` and `discard` has to follow. */
export interface IncomingAsset {
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first {@link assetHeadBytes} of the file, or all of it. */
  readonly head: Uint8Array;
  /** Puts the file on the board under its id, durably; the same file twice is kept once. */
  keep(boardId: BoardId, assetId: AssetId): Promise<void>;
  discard(): Promise<void>;
}

/** A file of a board, to be read once. */
export interface StoredAsset {
  readonly bytes: number;
  readonly content: Readable;
}

/** Enough of an image to find its size in, behind whatever a camera writes before it. */
export const assetHeadBytes = 512 * 1024;

/** Where uploaded files are kept. Every method rejects when the storage fails. Contract: {@link assetStoreContract}. */
export interface AssetStore {
  /** Takes a file in, without holding it in memory; null when it goes on beyond `maxBytes`, and then nothing is kept. */
  receive(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<IncomingAsset | null>;
  /** A file of the board; null if it has none of that id. */
  read(boardId: BoardId, assetId: AssetId): Promise<StoredAsset | null>;
}
