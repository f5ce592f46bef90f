import { test as base, expect } from '@playwright/test';
import { BrowserPool } from './BrowserPool.ts';
import { createBoard, type CreatedBoard, type NewBoard } from './createBoard.ts';
import { People } from './People.ts';
import { ServerProcess } from './ServerProcess.ts';

/** What a test may set for itself with `test.use`. */
export interface TestOptions {
  /** Console errors that belong to what the test does, such as a refused request; all others fail it. */
  allowedProblems: readonly RegExp[];
}

interface TestFixtures extends TestOptions {
  people: People;
  createBoard: (board?: NewBoard) => Promise<CreatedBoard>;
}

interface WorkerFixtures {
  /** The server of this worker, running at the beginning of every test. */
  sharedServer: ServerProcess;
  browserPool: BrowserPool;
}

/** Playwright's test with a server, people and boards. */
export const test = base.extend<TestFixtures & { server: ServerProcess }, WorkerFixtures>({
  allowedProblems: [[], { option: true }],

  sharedServer: [
    // Playwright wants the first argument destructured.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await ServerProcess.start();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],

  browserPool: [
    async ({ browser, sharedServer }, use) => {
      const pool = new BrowserPool(browser, sharedServer.url);
      await use(pool);
      await pool.dispose();
    },
    { scope: 'worker' },
  ],

  server: async ({ sharedServer }, use) => {
    await sharedServer.start();
    await use(sharedServer);
    sharedServer.assertNoAccident();
  },

  baseURL: async ({ server }, use) => use(server.url),

  people: async ({ browserPool, baseURL, contextOptions, allowedProblems }, use) => {
    const problems: string[] = [];
    const options = baseURL === undefined ? contextOptions : { ...contextOptions, baseURL };
    const people = new People(browserPool, options, problems);
    await use(people);
    await people.leave();
    const unexpected = problems.filter(
      (problem) => !allowedProblems.some((allowed) => allowed.test(problem)),
    );
    expect(unexpected, 'errors in the browsers').toEqual([]);
  },

  createBoard: async ({ request }, use) => use((board = {}) => createBoard(request, board)),
});

export { expect };
