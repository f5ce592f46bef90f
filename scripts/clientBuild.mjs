import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { announced } from './progress.mjs';
import { root, run } from './toolchain.mjs';
import { bringUpToDate } from './upToDate.mjs';

/** What the browser's part is made from; the lock file stands for every library in it. */
const sources = ['client', 'packages', 'pnpm-lock.yaml', 'tsconfig.base.json'];

/**
 * Builds the browser's part into client/dist, when its sources have changed since the last time.
 *
 * @returns {Promise<void>} rejects when the build fails; the build has then printed why
 */
export async function buildClient() {
  const dist = join(root, 'client', 'dist');
  await bringUpToDate({
    path: join(dist, 'index.html'),
    stampFile: join(root, 'node_modules', '.cache', 'common-ground', 'client-built'),
    fingerprint: fingerprint(root, sources),
    make: () => announced("Building the browser's part (about half a minute)", build),
  });
}

async function build() {
  const code = await run('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'client') });
  if (code !== 0) throw new Error("The browser's part could not be built; the reason stands above.");
}
