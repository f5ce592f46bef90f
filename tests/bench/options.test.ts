import { describe, expect, it } from 'vitest';
import { isWhole, parseOptions, type Options } from './options.ts';

function parsed(...args: string[]): Options {
  const options = parseOptions(args);
  if (!options.ok) throw new Error(options.error);
  return options.value;
}

describe('options', () => {
  it('without any are a whole run', () => {
    expect(isWhole(parsed())).toBe(true);
  });

  it.each(['--quick', '--ours', '--only=kill'])('with %s are not a whole run', (arg) => {
    expect(isWhole(parsed(arg))).toBe(false);
  });

  it('keep the scenarios in the order of the report', () => {
    expect(parsed('--only=kill,fanOut').scenarioIds).toEqual(['fanOut', 'kill']);
  });

  it.each(['--fast', '--only=', '--only=fanout'])('refuse %s', (arg) => {
    expect(parseOptions([arg]).ok).toBe(false);
  });
});
