import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; tests that span packages stand in tests/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Four fifths of the time went into loading the same modules for each file anew; no test leaves anything in one.
          isolate: false,
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'server/src/**/*.test.ts',
            'client/src/**/*.test.{ts,tsx}',
          ],
        },
      },
      { test: { name: 'scripts', include: ['scripts/*.test.mjs', 'tests/bench/**/*.test.ts'] } },
      { test: { name: 'docs', include: ['tests/docs/**/*.test.ts'] } },
      { test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
