import { describe, expect, it } from 'vitest';
import { countTests, countWhole, parsePlaywrightReport, parseVitestReport, sum } from './counts.mjs';

const none = { passed: 0, failed: 0, skipped: 0 };

describe('countTests', () => {
  it('takes over what a report says', () => {
    expect(countTests(1, { passed: 3, failed: 2, skipped: 1 })).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it('counts a failure when the run failed without a failed test', () => {
    expect(countTests(1, { passed: 3, failed: 0, skipped: 0 })).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a failure when no test ran or there is no report', () => {
    expect(countTests(0, none).failed).toBe(1);
    expect(countTests(0, { ...none, skipped: 4 }).failed).toBe(1);
    expect(countTests(0, undefined).failed).toBe(1);
  });
});

describe('countWhole', () => {
  it('counts one check by its exit code', () => {
    expect(countWhole(0)).toEqual({ ...none, passed: 1 });
    expect(countWhole(2)).toEqual({ ...none, failed: 1 });
  });
});

describe('parseVitestReport', () => {
  it('reads the totals and adds files that could not be loaded', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };
    expect(parseVitestReport(report)).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  it('refuses what is not a report', () => {
    for (const other of [undefined, null, 'text', [], { numPassedTests: '7' }]) {
      expect(parseVitestReport(other)).toBeUndefined();
    }
  });
});

describe('parsePlaywrightReport', () => {
  it('takes a test that passed only on the second try as passed', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(parsePlaywrightReport(report)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('refuses what is not a report', () => {
    for (const other of [undefined, {}, { stats: null }])
      expect(parsePlaywrightReport(other)).toBeUndefined();
  });
});

describe('sum', () => {
  it('adds up every column', () => {
    expect(
      sum([
        { passed: 1, failed: 2, skipped: 3 },
        { ...none, passed: 4 },
      ]),
    ).toEqual({
      passed: 5,
      failed: 2,
      skipped: 3,
    });
  });
});
