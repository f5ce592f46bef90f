import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Folders that are made, not written: a change in them is no change of the sources. */
const madeFolders = new Set(['node_modules', 'dist', '.vite']);

/**
 * One hash over the names and contents of files. Contents rather than times, because a checkout changes every time.
 *
 * @param {string} root the folder that names are relative to
 * @param {readonly string[]} paths files and folders below `root`; what is missing counts as missing
 * @returns {string} SHA-256, hex
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesAt(join(root, path))).toSorted()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !madeFolders.has(entry.name))
    .flatMap((entry) => filesAt(join(path, entry.name)));
}
