import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { installDependencies } from './installation.mjs';
import { announced } from './progress.mjs';
import { fail, requireNode, root, run } from './toolchain.mjs';
import { bringUpToDate } from './upToDate.mjs';

/* `pnpm bench`: measures the server beside others and writes docs/BENCHMARKS.md. `pnpm bench --help` says more. */

const peers = join(root, 'tests', 'bench', 'peers');
/** A whole run takes ten minutes or so; one that takes this long hangs. */
const limitMs = 40 * 60_000;

const args = process.argv.slice(2);
requireNode();
await installDependencies();
if (!args.includes('--ours') && !args.includes('--help')) await installPeers();
process.exitCode = await run('node', [join('tests', 'bench', 'main.ts'), ...args], { limitMs });

/** The other servers go into a folder of their own: they are never dependencies of the product. */
async function installPeers() {
  await bringUpToDate({
    path: join(peers, 'node_modules', 'yjs', 'package.json'),
    stampFile: join(root, 'node_modules', '.cache', 'common-ground', 'bench-peers-installed'),
    fingerprint: fingerprint(peers, ['package.json', 'package-lock.json']),
    make: () => announced('Installing the servers to compare with', npmInstall),
  });
}

async function npmInstall() {
  // Some of them name peers in versions that exclude each other; the lock file says which go together.
  const code = await run('npm', ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peers,
  });
  if (code !== 0)
    fail('The servers to compare with could not be installed. `pnpm bench --ours` goes without.');
}
