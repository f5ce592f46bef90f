import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

const choices = { format: ['short', 'long'], names: ['with', 'without'] } as const;

describe('options of a launch', () => {
  it('take what is asked for, and the first choice of the rest', () => {
    expect(parseOptions(choices, { names: 'without' })).toEqual({
      ok: true,
      value: { format: 'short', names: 'without' },
    });
  });

  it('are refused when there is no such option or choice', () => {
    expect(parseOptions(choices, { toString: 'x' })).toEqual({
      ok: false,
      error: { code: 'unknown-option', name: 'toString' },
    });
    expect(parseOptions(choices, { format: 'endless' })).toEqual({
      ok: false,
      error: { code: 'unknown-choice', name: 'format', allowed: ['short', 'long'] },
    });
  });
});
