import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import type { TestOptions } from './support/test.ts';

const isRoot = process.getuid?.() === 0;
const { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE, CI } = process.env;

/**
 * The browser tests: real server, built page, real Chromium. `pnpm e2e` builds, finds a Chromium and runs them;
 * without CHROMIUM_PATH Playwright's own is used.
 */
export default defineConfig<TestOptions>({
  testDir: '.',
  outputDir: '../../test-results/browser',
  // Every worker has a server and a browser of its own, which wait for each other more than they work.
  workers: Math.min(2, availableParallelism()),
  forbidOnly: Boolean(CI),
  // Real keys race with real frames, and on two busy cores the keys win some races that no person wins. A test that
  // passes on the second try is listed as flaky and has found something all the same: look at its trace.
  retries: 2,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  reporter: PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : [['line']],
  use: {
    viewport: { width: 1280, height: 800 },
    // What cannot be pressed for so long never can: a test says so then, not at its own end.
    actionTimeout: 30_000,
    // A trace costs a good part of the time, so it is kept only of what has to be looked at.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      // Chromium's sandbox refuses to run as root, as tests in a container do.
      chromiumSandbox: !isRoot,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
