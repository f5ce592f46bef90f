import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Signals that ask a process to end; each is passed on to the process that does the work. */
const endings = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** The same wish often arrives twice: from the terminal, and from npm, which passes it on too. */
const sameWishMs = 500;

/** Who started us; read at once, because it may go while we install. */
const firstParent = process.ppid;

/** How often we look whether npm is still there. */
const lookAroundMs = 250;

/** On Windows there are no groups and no signals: Ctrl-C reaches every process of the console by itself. */
const hasGroups = process.platform !== 'win32';

/**
 * Starts a long-lived process with our input and output, and passes on the signals that ask us to end.
 *
 * It gets a process group of its own: otherwise Ctrl-C would reach it both from the terminal and from us, and a
 * server takes the second signal as "now, without saving".
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {{ ended: Promise<number>, stop: () => void }} `ended` has its exit code, or 128 + the number of the signal
 *   that ended it
 */
export function startProcess(command, args, { cwd, env }) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit', detached: hasGroups, shell: false });
  const stop = () => void child.kill();
  child.once('exit', whenNpmIsGone(stop));
  let passedOnAt = -sameWishMs;
  for (const signal of endings) {
    process.on(signal, () => {
      if (performance.now() - passedOnAt < sameWishMs) return;
      passedOnAt = performance.now();
      if (hasGroups) child.kill(signal);
    });
  }
  return {
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
    }),
    stop,
  };
}

/**
 * npm runs us in a shell, and hands its signals to that shell only, which dies of them and leaves us behind. Then we
 * have another parent than before, and that is the only sign there is.
 *
 * @param {() => void} stop called when npm has gone; never, when we were not started by npm or the like
 * @returns {() => void} ends the watch
 */
function whenNpmIsGone(stop) {
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === firstParent) return;
    clearInterval(watch);
    stop();
  }, lookAroundMs);
  // The process we started is what keeps us running, not the watch.
  watch.unref();
  return () => clearInterval(watch);
}
