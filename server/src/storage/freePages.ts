import type { Database } from './Database.ts';

/** `PRAGMA auto_vacuum` of a database that can give pages back one by one (https://sqlite.org/pragma.html#pragma_auto_vacuum). */
const incremental = 2;

/** Free pages that are kept: the next part of a log needs them again, and growing the file anew costs more. */
const keptPages = 64;

/**
 * Lets the file shrink when logs are folded. New databases are made so, before their first table; one of an earlier
 * version is rewritten once, which takes a moment for each 100 MB and as much free disk as the file has. Where that
 * fails the database goes on as it was, and the next start tries again.
 */
export function allowGivingBack(database: Database): void {
  if (numberOf(database, 'auto_vacuum') === incremental) return;
  database.exec(`PRAGMA auto_vacuum = ${incremental}`);
  if (numberOf(database, 'page_count') === 0) return;
  try {
    database.exec('VACUUM');
  } catch {
    // A full disk, or another program that reads: the file is only larger than it need be.
  }
}

/**
 * Gives pages that nothing stands on back to the disk; all but a few, or all of them when the database is closed. Never
 * throws: where a disk is in trouble the file is only larger than it need be, and what was stored before is stored.
 */
export function giveBackFreePages(database: Database, { isClosing = false } = {}): void {
  try {
    const surplus = numberOf(database, 'freelist_count') - (isClosing ? 0 : keptPages);
    if (surplus > 0) database.exec(`PRAGMA incremental_vacuum(${surplus})`);
  } catch {
    // The next fold tries again.
  }
}

function numberOf(database: Database, pragma: 'auto_vacuum' | 'page_count' | 'freelist_count'): number {
  return Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
}
