/**
 * @typedef {object} Count how a part of the checks went
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts one check that passes or fails as a whole, such as the linter.
 *
 * @param {number} exitCode
 * @returns {Count}
 */
export function countWhole(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts a run of tests from its report, and trusts it no further than its exit code: a run that failed has at least
 * one failure (a file that could not be loaded holds no failed test), and a run without any test has not shown anything.
 *
 * @param {number} exitCode
 * @param {Count | undefined} reported undefined when there is no report that can be read
 * @returns {Count}
 */
export function countTests(exitCode, reported) {
  const count = reported ?? { passed: 0, failed: 0, skipped: 0 };
  const showsNothing = count.passed + count.failed === 0;
  return count.failed === 0 && (exitCode !== 0 || showsNothing) ? { ...count, failed: 1 } : count;
}

/**
 * @param {unknown} report what Vitest's JSON reporter wrote
 * @returns {Count | undefined}
 */
export function parseVitestReport(report) {
  const passed = numberAt(report, 'numPassedTests');
  const failed = numberAt(report, 'numFailedTests');
  const pending = numberAt(report, 'numPendingTests');
  const todo = numberAt(report, 'numTodoTests');
  if (passed === undefined || failed === undefined) return undefined;
  return { passed, failed: failed + brokenFiles(report), skipped: (pending ?? 0) + (todo ?? 0) };
}

/**
 * Test files that failed without a failed test in them: they could not be loaded.
 *
 * @param {unknown} report
 */
function brokenFiles(report) {
  const files = valueAt(report, 'testResults');
  if (!Array.isArray(files)) return 0;
  return files.filter((file) => {
    const tests = valueAt(file, 'assertionResults');
    const hasFailedTest = Array.isArray(tests) && tests.some((test) => valueAt(test, 'status') === 'failed');
    return valueAt(file, 'status') === 'failed' && !hasFailedTest;
  }).length;
}

/**
 * @param {unknown} report what Playwright's JSON reporter wrote
 * @returns {Count | undefined}
 */
export function parsePlaywrightReport(report) {
  const stats = valueAt(report, 'stats');
  const passed = numberAt(stats, 'expected');
  const unexpected = numberAt(stats, 'unexpected');
  if (passed === undefined || unexpected === undefined) return undefined;
  return {
    // Playwright itself lists those that needed a second try.
    passed: passed + (numberAt(stats, 'flaky') ?? 0),
    failed: unexpected,
    skipped: numberAt(stats, 'skipped') ?? 0,
  };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function valueAt(value, key) {
  return value && typeof value === 'object' ? Reflect.get(value, key) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} key
 */
function numberAt(value, key) {
  const found = valueAt(value, key);
  return typeof found === 'number' ? found : undefined;
}
