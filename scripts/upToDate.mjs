import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {object} Product something that is made from sources and need not be made again while they stay the same
 * @property {string} path a file that exists once it is made, absolute
 * @property {string} stampFile where its fingerprint is kept, absolute
 * @property {string} fingerprint of everything it is made from
 * @property {() => Promise<void>} make throws when it fails
 */

/**
 * Makes a product unless it is there and was made from the same sources. The stamp is taken away first, so that work
 * which was broken off is done again.
 *
 * @param {Product} product
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function bringUpToDate({ path, stampFile, fingerprint, make }) {
  if (existsSync(path) && readStamp(stampFile) === fingerprint) return false;
  rmSync(stampFile, { force: true });
  await make();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprint);
  return true;
}

/**
 * @param {string} stampFile
 * @returns {string | undefined}
 */
function readStamp(stampFile) {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
}
