import { describe, expect, it } from 'vitest';
import { formatCountdown, remainingMs } from './countdown.ts';

describe('a countdown', () => {
  it.each([
    [300_000, '05:00'],
    [299_999, '05:00'],
    [271_000, '04:31'],
    [1, '00:01'],
    [0, '00:00'],
    [-5_000, '00:00'],
    [6_000_000, '100:00'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(formatCountdown(ms)).toBe(text);
  });

  it('counts to its deadline in server time, and stops there', () => {
    const timer = { kind: 'running', deadlineAt: 10_000, remainingMs: 9_000, isOver: false } as const;
    expect(remainingMs(timer, 4_000)).toBe(6_000);
    expect(remainingMs(timer, 12_000)).toBe(0);
  });

  it('stands still while it is paused, and shows what it would start with', () => {
    expect(remainingMs({ kind: 'paused', remainingMs: 1_500 }, 99_999)).toBe(1_500);
    expect(remainingMs({ kind: 'idle', remainingMs: 60_000 }, 99_999)).toBe(60_000);
  });
});
