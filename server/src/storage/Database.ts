import { DatabaseSync } from 'node:sqlite';
import { allowGivingBack, giveBackFreePages } from './freePages.ts';
import { migrations } from './migrations.ts';
import { explainStorageError, StorageError } from './StorageError.ts';

/** The one database of a server, shared by its stores. */
export type Database = DatabaseSync;

/** How long a commit waits for another program that writes. Short, because other boards wait with it. */
const busyTimeoutMs = 250;

/**
 * Opens the database at the path, or makes it, and brings its tables to this version. Durable at every commit: WAL with
 * full sync (https://sqlite.org/pragma.html#pragma_synchronous). Throws {@link StorageError} when it is damaged,
 * cannot be written, or belongs to a later version of Common Ground.
 */
export function openDatabase(path: string): Database {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: busyTimeoutMs });
    allowGivingBack(database);
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304; ' +
        // What was private is overwritten when it is deleted; see SqliteWorkshopStore.
        'PRAGMA secure_delete = ON',
    );
    migrate(database, path);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StorageError ? error : explainStorageError(error, path);
  }
}

/** Closes the database and gives what it does not need back to the disk. */
export function closeDatabase(database: Database): void {
  giveBackFreePages(database, { isClosing: true });
  database.close();
}

/** Runs the work as one transaction: all of it is durable when this returns, or nothing has happened and it throws. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Some errors (a full disk, for one) have ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function migrate(database: Database, path: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > migrations.length) {
    throw new StorageError(
      `${path}: this data was written by a later version of Common Ground. Start that version, or put back an older copy.`,
    );
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    inTransaction(database, () => database.exec(`${sql}; PRAGMA user_version = ${index + 1}`));
  }
}
