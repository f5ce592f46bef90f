import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, toolEnvironment } from './toolchain.mjs';

describe('toolEnvironment', () => {
  it('puts the pinned Node first and keeps what was on the PATH', () => {
    const env = toolEnvironment(join(root, 'client'), { PATH: 'before', OTHER: 'kept' });
    const folders = (env.PATH ?? '').split(delimiter);
    expect(folders[0]).toBe(join(root, 'node_modules', 'node', 'bin'));
    expect(folders).toContain(join(root, 'client', 'node_modules', '.bin'));
    expect(folders.at(-1)).toBe('before');
    expect(env.OTHER).toBe('kept');
  });

  it('changes the one PATH there is, however it is spelled', () => {
    const env = toolEnvironment(root, { Path: 'before' });
    expect(Object.keys(env).filter((key) => /^path$/iu.test(key))).toEqual(['Path']);
    expect(env.Path).toContain('before');
  });
});
