import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What git, the tools and the server leave in the tree, and the host's own settings. */
const notOurs = new Set(
  'node_modules dist data .git .types .cache .vite coverage test-results playwright-report .env'.split(' '),
);

/** Paths of all files that people wrote, relative to the root. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? projectFiles(path) : [path];
    });
}

/** The text of a file, by its path relative to the root. */
export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
