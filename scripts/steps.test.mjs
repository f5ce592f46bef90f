import { describe, expect, it } from 'vitest';
import { countWhole } from './counts.mjs';
import { runSteps } from './steps.mjs';

/** @param {import('./steps.mjs').Step[]} steps */
async function runAndRecord(steps) {
  /** @type {string[]} */
  const lines = [];
  const exitCode = await runSteps(steps, (line) => lines.push(line));
  return { exitCode, lines };
}

const passing = { name: 'lint', run: async () => countWhole(0) };
const failing = { name: 'build', run: async () => countWhole(1) };

describe('runSteps', () => {
  it('ends with the count over all steps, alone on its line', async () => {
    const unit = { name: 'unit', run: async () => ({ passed: 40, failed: 0, skipped: 2 }) };
    const { exitCode, lines } = await runAndRecord([passing, unit]);
    expect(lines.at(-1)).toBe('41 passed, 0 failed');
    expect(exitCode).toBe(0);
  });

  it('goes on after a failure and says the truth in its exit code', async () => {
    const { exitCode, lines } = await runAndRecord([failing, passing]);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(exitCode).toBe(1);
  });

  it('counts a step that throws as failed and prints why', async () => {
    const broken = { name: 'browser', run: () => Promise.reject(new Error('There is no Chromium.')) };
    const { exitCode, lines } = await runAndRecord([passing, broken]);
    expect(lines).toContain('There is no Chromium.');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(exitCode).toBe(1);
  });

  it('does not run a step whose ground failed, and counts it as failed', async () => {
    let ran = false;
    const browser = {
      name: 'browser',
      needs: 'build',
      run: async () => {
        ran = true;
        return countWhole(0);
      },
    };
    const { lines } = await runAndRecord([failing, browser]);
    expect(ran).toBe(false);
    expect(lines.at(-1)).toBe('0 passed, 2 failed');
  });

  it('does not call nothing a success', async () => {
    expect((await runAndRecord([])).exitCode).toBe(1);
  });
});
