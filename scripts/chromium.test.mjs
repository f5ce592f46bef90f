import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';

const PATH = ['one', 'two'].join(delimiter);

describe('findChromium', () => {
  it('takes the browser that CHROMIUM_PATH names, whatever else is there', () => {
    expect(findChromium({ CHROMIUM_PATH: 'mine', PATH }, () => true)).toBe('mine');
  });

  it('prefers Chromium to Chrome, wherever they lie on the PATH', () => {
    const there = [join('one', 'google-chrome'), join('two', 'chromium')];
    expect(findChromium({ PATH }, (path) => there.includes(path))).toBe(join('two', 'chromium'));
  });

  it('finds nothing where nothing runs', () => {
    expect(findChromium({ PATH }, () => false)).toBeUndefined();
    expect(findChromium({}, () => true)).toBeUndefined();
  });
});
