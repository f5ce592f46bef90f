import { describe, expect, it } from 'vitest';
import { parseCpuList, planOf } from './cpus.ts';

describe('cores', () => {
  it('are read from the lists of the kernel', () => {
    expect(parseCpuList('0-3,8\n')).toEqual([0, 1, 2, 3, 8]);
    expect(parseCpuList('5')).toEqual([5]);
    expect(parseCpuList('')).toEqual([]);
  });

  it('are planned one for the server and one for the generator', () => {
    expect(planOf([0, 1])).toEqual({ server: 0, generator: 1, all: '0,1' });
    expect(planOf([4])).toBeNull();
    expect(planOf([])).toBeNull();
  });
});
