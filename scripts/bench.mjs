import { join } from 'node:path';
import { provideChromium } from './chromium.mjs';
import { buildClient } from './clientBuild.mjs';
import { fingerprint } from './fingerprint.mjs';
import { installDependencies } from './installation.mjs';
import { announced } from './progress.mjs';
import { fail, requireNode, root, run } from './toolchain.mjs';
import { bringUpToDate } from './upToDate.mjs';

/* `pnpm bench`: measures server and page beside others and writes docs/BENCHMARKS.md. `pnpm bench --help` says more. */

const peers = join(root, 'tests', 'bench', 'peers');
/** A whole run takes half an hour or so; one that takes this long hangs. */
const limitMs = 90 * 60_000;

const args = process.argv.slice(2);
requireNode();
await installDependencies();
const chromium = args.includes('--help') ? undefined : await prepare();
process.exitCode = await run('node', [join('tests', 'bench', 'main.ts'), ...args], {
  limitMs,
  env: chromium ? { CHROMIUM_PATH: chromium } : {},
});

/** @returns {Promise<string | undefined>} the path of the Chromium that pages are measured in; undefined for Playwright's own */
async function prepare() {
  try {
    if (!args.includes('--ours')) {
      await installPeers();
      await buildPeerPage();
    }
    await buildClient();
    return await provideChromium();
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** The other servers go into a folder of their own: they are never dependencies of the product. */
async function installPeers() {
  await bringUpToDate({
    path: join(peers, 'node_modules', 'yjs', 'package.json'),
    stampFile: join(root, 'node_modules', '.cache', 'common-ground', 'bench-peers-installed'),
    fingerprint: fingerprint(peers, ['package.json', 'package-lock.json']),
    make: () => announced('Installing the servers to compare with', npmInstall),
  });
}

/** tldraw's own page for its own server. */
async function buildPeerPage() {
  await bringUpToDate({
    path: join(peers, 'dist', 'index.html'),
    stampFile: join(root, 'node_modules', '.cache', 'common-ground', 'bench-peer-page-built'),
    fingerprint: fingerprint(peers, ['page', 'vite.config.mjs', 'package-lock.json']),
    make: () => announced('Building the page to compare with', viteBuild),
  });
}

async function viteBuild() {
  const args = ['build', '--config', join(peers, 'vite.config.mjs'), '--logLevel', 'error'];
  const code = await run('vite', args, { cwd: join(root, 'client') });
  if (code !== 0) fail('The page to compare with could not be built. `pnpm bench --ours` goes without.');
}

async function npmInstall() {
  // Some of them name peers in versions that exclude each other; the lock file says which go together.
  const code = await run('npm', ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peers,
  });
  if (code !== 0)
    fail('The servers to compare with could not be installed. `pnpm bench --ours` goes without.');
}
