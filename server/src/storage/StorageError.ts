/** The storage cannot be used: the message says where, why and what to do, for whoever runs the server. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/**
 * Says in plain words what an error of the file system or of SQLite means for the file or folder at `path`.
 * Codes: errno(3), and https://sqlite.org/rescode.html (its low byte is the primary code).
 */
export function explainStorageError(error: unknown, path: string): StorageError {
  const reason = reasonOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  return new StorageError(`${path}: ${reason ?? detail}`, { cause: error });
}

/** Whether an error came from SQLite or the file system, and so means "the storage fails" rather than a bug. */
export function isStorageError(error: unknown): boolean {
  return error instanceof StorageError || reasonOf(error) !== null;
}

const reasonByErrno = new Map([
  ['EACCES', 'the server may not write here. Give its user the right to, or choose another DATA_DIR.'],
  ['EPERM', 'the server may not write here. Give its user the right to, or choose another DATA_DIR.'],
  ['EROFS', 'this is on a read-only file system. Make it writable, or choose another DATA_DIR.'],
  ['ENOTDIR', 'this is not a folder, or part of its path is a file. Choose another DATA_DIR.'],
  ['EEXIST', 'this is a file, not a folder. Choose another DATA_DIR.'],
  ['EISDIR', 'this is a folder where a file is expected. Move it away.'],
  ['ENOENT', 'this place does not exist and could not be made. Choose another DATA_DIR.'],
  ['ENOSPC', 'the disk is full. Make room on it.'],
  ['EDQUOT', 'the quota of the disk is used up. Make room on it.'],
  ['EIO', 'the disk reports an error. Check the disk.'],
  ['EMFILE', 'too many files are open. Raise the limit of open files for the server.'],
]);

const reasonBySqliteCode = new Map([
  [5, 'another program holds the database. Stop it, then start the server again.'],
  [8, 'the database is read-only. Give the server’s user the right to write it and its folder.'],
  [10, 'the disk reports an error or is gone. Check the disk.'],
  [11, 'the database is damaged. Put back a copy of the data folder; keep the damaged file for repair.'],
  [13, 'the disk is full. Make room on it.'],
  [14, 'the database cannot be opened. Check that the server’s user may read and write it and its folder.'],
  [26, 'the database is damaged or no database. Put back a copy of the data folder, or move this file away.'],
]);

function reasonOf(error: unknown): string | null {
  const sqliteCode = sqliteCodeOf(error);
  if (sqliteCode !== null) return reasonBySqliteCode.get(sqliteCode & 0xff) ?? null;
  return reasonByErrno.get(errnoOf(error) ?? '') ?? null;
}

function sqliteCodeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : null;
}

function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
