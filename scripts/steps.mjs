import { sum } from './counts.mjs';
import { seconds } from './progress.mjs';

/**
 * @typedef {import('./counts.mjs').Count} Count
 *
 * @typedef {object} Step one part of the checks
 * @property {string} name
 * @property {string} [needs] name of an earlier step without which this one cannot say anything
 * @property {() => Promise<Count>} run a rejection counts as one failure
 */

/**
 * Runs the steps one after the other, also when one of them fails, and prints how each went and how long it took.
 * The last line printed is the count over all of them.
 *
 * @param {readonly Step[]} steps
 * @param {(line: string) => void} print
 * @returns {Promise<number>} the exit code that says the truth
 */
export async function runSteps(steps, print = console.log) {
  /** @type {Map<string, { count: Count, line: string }>} */
  const results = new Map();
  for (const step of steps) {
    print(`\n▶ ${step.name}`);
    const startedAt = performance.now();
    const broken = step.needs !== undefined && (results.get(step.needs)?.count.failed ?? 0) > 0;
    const count = broken
      ? refused(`not run, because ${step.needs} failed`, print)
      : await attempt(step, print);
    const line = describe(step.name, count, performance.now() - startedAt);
    print(line);
    results.set(step.name, { count, line });
  }
  const total = sum([...results.values()].map((result) => result.count));
  print(['', ...[...results.values()].map((result) => result.line), ''].join('\n'));
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/**
 * @param {Step} step
 * @param {(line: string) => void} print
 * @returns {Promise<Count>}
 */
async function attempt(step, print) {
  try {
    return await step.run();
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error), print);
  }
}

/**
 * @param {string} reason
 * @param {(line: string) => void} print
 * @returns {Count}
 */
function refused(reason, print) {
  print(reason);
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} name
 * @param {Count} count
 * @param {number} ms
 */
function describe(name, count, ms) {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  const mark = count.failed === 0 ? '✓' : '✗';
  return `${mark} ${name.padEnd(12)} ${count.passed} passed, ${count.failed} failed${skipped} (${seconds(ms)})`;
}
