import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { announced } from './progress.mjs';
import { root, run } from './toolchain.mjs';

// The shell has no windows of its own to draw, and takes a quarter less processor time for the same tests.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const debianPackages = ['chromium-headless-shell', 'chromium'];

/**
 * Finds an installed Chromium: what CHROMIUM_PATH names, else the first on the PATH that runs.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} runs whether there is a browser at a path and it starts
 * @returns {string | undefined} its path
 */
export function findChromium(env = process.env, runs = canRun) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => runs(path));
}

/**
 * Makes sure that there is a Chromium: an installed one, else Debian's package, else Playwright's own download.
 *
 * @returns {Promise<string | undefined>} its path; undefined where Playwright's own is to be used
 * @throws {Error} when none of the ways worked
 */
export async function provideChromium() {
  const installed = findChromium() ?? (await installDebianPackage());
  if (installed) return installed;
  const code = await announced("Downloading Playwright's Chromium", () =>
    run('playwright', ['install', '--only-shell', 'chromium'], { cwd: join(root, 'tests') }),
  );
  if (code === 0) return undefined;
  throw new Error('There is no Chromium for the browser tests. Install one, or name one in CHROMIUM_PATH.');
}

/** @returns {Promise<string | undefined>} */
async function installDebianPackage() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return undefined;
  await announced("Installing Debian's Chromium", async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    // The list of packages may be older than the packages: without this the download answers 404.
    await run('apt-get', ['update', '-qq'], { env });
    for (const name of debianPackages) {
      const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
      if (code === 0) return;
    }
  });
  return findChromium();
}

/**
 * Ubuntu's chromium-browser is a stub that only asks for a snap: being there is not enough.
 *
 * @param {string} path
 */
function canRun(path) {
  return existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}
