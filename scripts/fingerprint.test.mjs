import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

describe('fingerprint', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
    mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'one');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('stays the same when only times change', () => {
    const before = fingerprint(folder, ['src']);
    utimesSync(join(folder, 'src', 'deep', 'a.ts'), 1, 1);
    expect(fingerprint(folder, ['src'])).toBe(before);
  });

  it('changes with a content, a new file and a new name', () => {
    const seen = new Set([fingerprint(folder, ['src'])]);
    writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'two');
    seen.add(fingerprint(folder, ['src']));
    writeFileSync(join(folder, 'src', 'b.ts'), '');
    seen.add(fingerprint(folder, ['src']));
    rmSync(join(folder, 'src', 'b.ts'));
    writeFileSync(join(folder, 'src', 'c.ts'), '');
    seen.add(fingerprint(folder, ['src']));
    expect(seen.size).toBe(4);
  });

  it('tells apart the same bytes divided differently between two files', () => {
    writeFileSync(join(folder, 'x'), 'ab');
    writeFileSync(join(folder, 'y'), 'c');
    const before = fingerprint(folder, ['x', 'y']);
    writeFileSync(join(folder, 'x'), 'a');
    writeFileSync(join(folder, 'y'), 'bc');
    expect(fingerprint(folder, ['x', 'y'])).not.toBe(before);
  });

  it('leaves out what is made, and takes a missing path as missing', () => {
    const before = fingerprint(folder, ['src', 'nowhere']);
    mkdirSync(join(folder, 'src', 'dist'));
    writeFileSync(join(folder, 'src', 'dist', 'made.js'), 'made');
    expect(fingerprint(folder, ['src', 'nowhere'])).toBe(before);
  });
});
