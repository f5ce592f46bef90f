import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { explainStorageError, StorageError } from './StorageError.ts';

/** The folder that holds everything of one server, held by this process alone until closed. */
export interface DataFolder {
  readonly path: string;
  readonly databasePath: string;
  readonly assetsPath: string;
  /** 32 random bytes, made at the first start, from which link secrets and token signatures derive. */
  readonly serverKey: Uint8Array;
  /** Lets go of the folder. */
  close(): void;
}

const serverKeyBytes = 32;

/**
 * Makes the folder if it is not there, checks that it can be written, and takes it for this process.
 * Throws {@link StorageError} when it cannot be used or another server has it.
 */
export function openDataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir);
  const assetsPath = join(path, 'assets');
  try {
    mkdirSync(assetsPath, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw explainStorageError(error, path);
  }
  const release = lock(path);
  try {
    const serverKey = readOrMakeServerKey(path);
    return { path, databasePath: join(path, 'common-ground.db'), assetsPath, serverKey, close: release };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * An open exclusive transaction on a small database of its own: the operating system lets go of it when the process
 * ends in whatever way, so a crash never leaves a stale lock; and other programs can still read the real database.
 */
function lock(path: string): () => void {
  const lockPath = join(path, 'server.lock');
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(lockPath, { timeout: 0 });
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const explained = explainStorageError(error, lockPath);
    if (!isBusy(error)) throw explained;
    throw new StorageError(
      `${path}: another Common Ground server is using this folder. Stop it, or give this one a DATA_DIR of its own.`,
      { cause: error },
    );
  }
  const held = database;
  return () => held.close();
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function readOrMakeServerKey(path: string): Uint8Array {
  const keyPath = join(path, 'server.key');
  return existsSync(keyPath) ? readServerKey(keyPath) : makeServerKey(path, keyPath);
}

/** The server's key from its file. Throws {@link StorageError} when it cannot be read or is none. */
export function readServerKey(keyPath: string): Uint8Array {
  let key: Uint8Array;
  try {
    key = readFileSync(keyPath);
  } catch (error) {
    throw explainStorageError(error, keyPath);
  }
  if (key.byteLength === serverKeyBytes) return key;
  throw new StorageError(
    `${keyPath}: this is not the server's key (it has to be ${serverKeyBytes} bytes). Put the right one back from a ` +
      'copy; without it, no link and no sign-in works. If there is no copy, remove the file and renew all links.',
  );
}

function makeServerKey(path: string, keyPath: string): Uint8Array {
  const key = randomBytes(serverKeyBytes);
  const temporaryPath = `${keyPath}.new`;
  try {
    const file = openSync(temporaryPath, 'w', 0o600);
    writeSync(file, key);
    fsyncSync(file);
    closeSync(file);
    renameSync(temporaryPath, keyPath);
    syncFolder(path);
  } catch (error) {
    throw explainStorageError(error, keyPath);
  }
  return key;
}

/** Makes a rename in the folder survive a loss of power. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
