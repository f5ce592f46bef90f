import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CommandError } from './CommandError.ts';
import type { DataAccess } from './DataAccess.ts';

/** What is copied of a data folder beside its database. */
const keyFile = 'server.key';

/**
 * Copies a whole server into a new folder, also while it runs: the database as it is at one moment, the images, the key. Drafts
 * that are not revealed and ballots that are not counted stay out, unless they are asked for: a copy that outlives the reveal
 * would tie them to people for ever. https://sqlite.org/lang_vacuum.html#vacuuminto
 */
export function backUp(
  data: DataAccess,
  target: string,
  options: { readonly withUnrevealed: boolean },
): void {
  const folder = resolve(target);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CommandError(`${folder} is not empty. Name a folder that is not there yet.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    copyInto(unfinished, data, options);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } catch (error) {
    // Half a copy is taken for a whole one sooner or later.
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function copyInto(
  folder: string,
  data: DataAccess,
  { withUnrevealed }: { readonly withUnrevealed: boolean },
): void {
  const copyPath = join(folder, 'common-ground.db');
  data.database.prepare('VACUUM INTO ?').run(copyPath);
  if (!withUnrevealed) dropPrivates(copyPath);
  // After the database: whatever that names is there by now, and files never change.
  cpSync(data.assetsPath, join(folder, 'assets'), {
    recursive: true,
    filter: (source) => !relative(data.assetsPath, source).includes('.incoming'),
  });
  cpSync(join(data.path, keyFile), join(folder, keyFile));
}

function dropPrivates(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.exec(
      'PRAGMA secure_delete = ON; DELETE FROM workshop_privates; DELETE FROM workshop_receipts; VACUUM',
    );
  } finally {
    copy.close();
  }
}

/** Puts a backup into a data folder that is not there yet, or empty. Throws {@link CommandError}. */
export function restoreBackup(source: string, dataDir: string): void {
  const [from, to] = [resolve(source), resolve(dataDir)];
  const databasePath = join(from, 'common-ground.db');
  if (!existsSync(databasePath) || !existsSync(join(from, keyFile)))
    throw new CommandError(`${from} is no backup of Common Ground.`);
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new CommandError(`${to} is not empty. Stop the server, and move away what is there.`);
  const fault = faultOf(databasePath);
  if (fault !== null) throw new CommandError(`${databasePath} is damaged: ${fault}`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  cpSync(from, to, { recursive: true });
}

/** What SQLite finds wrong with a database; null for nothing. */
export function faultOf(path: string): string | null {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const row = database.prepare('PRAGMA integrity_check(1)').get();
    const found = String(row?.['integrity_check']);
    return found === 'ok' ? null : found;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}
