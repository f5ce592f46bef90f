import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const isWindows = process.platform === 'win32';

/** The Node binary that comes with the project once it is installed. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

/**
 * How the pinned Node runs the server from the root folder. What a host's `.env` says gives way to the environment.
 *
 * @returns {string[]}
 */
export function serverArguments() {
  const settings = existsSync(join(root, '.env')) ? ['--env-file=.env'] : [];
  return [...settings, join('server', 'src', 'main.ts')];
}

/** The oldest Node that can run these scripts; everything else runs on the pinned one. */
export const oldestNodeMajor = 20;

/**
 * Ends the process with a sentence when the machine's Node cannot even run these scripts.
 *
 * @param {string} version of the running Node, such as `20.11.0`
 */
export function requireNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= oldestNodeMajor) return;
  fail(
    `Common Ground needs Node ${oldestNodeMajor} or newer to start, this is ${version}. See https://nodejs.org`,
  );
}

/**
 * Prints a sentence a person can act on and ends the process.
 *
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/** Where Node keeps what it made of our TypeScript, so that a server starts in little more than half the time. */
const compileCache = join(root, 'node_modules', '.cache', 'node');

/**
 * The environment in which the project's tools and the server run: the pinned Node and the tools of the root and of `cwd`
 * come first.
 *
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} base
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(cwd = root, base = process.env) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { NODE_COMPILE_CACHE: compileCache, ...base };
  // Windows calls it Path; two spellings in one environment would hide each other.
  const pathKey = Object.keys(env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
  const folders = [
    join(root, 'node_modules', 'node', 'bin'),
    join(cwd, 'node_modules', '.bin'),
    join(root, 'node_modules', '.bin'),
  ];
  env[pathKey] = [...folders, env[pathKey] ?? ''].join(delimiter);
  return env;
}

/**
 * Runs a tool to its end with our input and output.
 *
 * @param {string} command name on the PATH of {@link toolEnvironment}, or a path
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number }} options `limitMs` ends a tool that hangs
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it is not there
 */
export function run(command, args, { cwd = root, env = {}, limitMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...toolEnvironment(cwd), ...env },
      stdio: 'inherit',
      timeout: limitMs,
      // Tools are .cmd files on Windows, which only a shell can run.
      shell: isWindows,
    });
    child.once('error', (error) => {
      console.error(`${command} could not be run: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      if (signal) console.error(`${command} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs the pinned pnpm, whose version stands in one place only: `packageManager` of package.json.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export function runPnpm(args) {
  return run('npx', ['-y', packageManager(), ...args]);
}

/** @returns {string} such as `pnpm@12.21.0` */
function packageManager() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (manifest && typeof manifest === 'object' && 'packageManager' in manifest) {
    return String(manifest.packageManager);
  }
  return fail('package.json does not say which pnpm to use: packageManager is missing.');
}
