import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { announced } from './progress.mjs';
import { fail, pinnedNode, root, runPnpm } from './toolchain.mjs';
import { bringUpToDate } from './upToDate.mjs';

/** Installs the dependencies, when a manifest or the lock file has changed since the last time. */
export async function installDependencies() {
  await bringUpToDate({
    path: pinnedNode,
    stampFile: join(root, 'node_modules', '.cache', 'common-ground', 'installed'),
    fingerprint: `${process.platform}-${process.arch}-${fingerprint(root, manifests())}`,
    make: () => announced('Installing the dependencies (the first time this takes a minute or two)', install),
  });
}

async function install() {
  const code = await runPnpm(['install', '--frozen-lockfile']);
  if (code === 0) return;
  fail(
    'The dependencies could not be installed; the reason stands above. Installing needs the npm registry: ' +
      'check the network and the proxy settings of npm, then try again.',
  );
}

/** @returns {string[]} */
function manifests() {
  const members = ['.', ...within('packages'), ...within('examples'), 'server', 'client', 'tests'];
  return ['pnpm-workspace.yaml', 'pnpm-lock.yaml', ...members.map((path) => `${path}/package.json`)];
}

/**
 * @param {string} folder of members of the workspace
 * @returns {string[]}
 */
function within(folder) {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}
