import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from './chromium.mjs';
import { buildClient } from './clientBuild.mjs';
import { countTests, countWhole, parsePlaywrightReport, parseVitestReport } from './counts.mjs';
import { root, run } from './toolchain.mjs';

/** No part takes this long: one that does hangs, and is ended. */
const limitMs = 40 * 60_000;

/** @typedef {import('./steps.mjs').Step} Step */

/** @type {readonly Step[]} what a change must pass before it is committed. */
export const fastChecks = [
  tool('format', 'prettier', ['--check', '--cache', '--log-level', 'warn', '.']),
  tool('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
  tool('types', 'tsc', ['-b']),
  vitest('unit', ['unit', 'scripts', 'docs']),
  vitest('integration', ['integration']),
  vitest('fuzz', ['fuzz']),
];

/** @type {readonly Step[]} everything. */
export const allChecks = [
  ...fastChecks,
  {
    name: 'build',
    run: async () => {
      await buildClient();
      return countWhole(0);
    },
  },
  { name: 'browser', needs: 'build', run: () => runBrowserTests([]) },
];

/**
 * Runs the browser tests in a Chromium that is brought if there is none.
 *
 * @param {readonly string[]} args passed on to Playwright, such as the name of a file
 */
export async function runBrowserTests(args) {
  const chromium = await provideChromium();
  const report = reportFile('browser');
  const code = await run('playwright', ['test', '--config', 'e2e/playwright.config.ts', ...args], {
    cwd: join(root, 'tests'),
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) },
    limitMs,
  });
  return countTests(code, parsePlaywrightReport(readReport(report)));
}

/**
 * @param {string} name
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Step}
 */
function tool(name, command, args) {
  return { name, run: async () => countWhole(await run(command, args, { limitMs })) };
}

/**
 * @param {string} name
 * @param {readonly string[]} projects of vitest.config.ts
 * @returns {Step}
 */
function vitest(name, projects) {
  const selection = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    run: async () => {
      const report = reportFile(name);
      const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const code = await run('vitest', ['run', ...selection, ...output], { limitMs });
      return countTests(code, parseVitestReport(readReport(report)));
    },
  };
}

/**
 * Where a part writes its report; an older one is removed, so that it cannot be taken for the new one.
 *
 * @param {string} name
 */
function reportFile(name) {
  const file = join(root, 'test-results', 'reports', `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} file
 * @returns {unknown} undefined when there is none
 */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
