import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringUpToDate } from './upToDate.mjs';

describe('bringUpToDate', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'up-to-date-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /**
   * @param {string} fingerprint
   * @param {() => void} [make]
   */
  function bring(fingerprint, make = () => writeFileSync(join(folder, 'product'), fingerprint)) {
    return bringUpToDate({
      path: join(folder, 'product'),
      stampFile: join(folder, 'cache', 'stamp'),
      fingerprint,
      make: async () => make(),
    });
  }

  it('makes a product once for the same sources', async () => {
    expect(await bring('1')).toBe(true);
    expect(await bring('1')).toBe(false);
  });

  it('makes it again when the sources changed or the product is gone', async () => {
    await bring('1');
    expect(await bring('2')).toBe(true);
    rmSync(join(folder, 'product'));
    expect(await bring('2')).toBe(true);
  });

  it('makes it again after a failure, also from the sources that once worked', async () => {
    await bring('1');
    const broken = bring('2', () => {
      throw new Error('no network');
    });
    await expect(broken).rejects.toThrow('no network');
    expect(existsSync(join(folder, 'cache', 'stamp'))).toBe(false);
    expect(await bring('1')).toBe(true);
  });
});
