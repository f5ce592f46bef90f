import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; tests that span packages stand in tests/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
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
