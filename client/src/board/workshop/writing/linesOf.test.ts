import { describe, expect, it } from 'vitest';
import { linesOf } from './linesOf.ts';

describe('a pasted list', () => {
  it('gives a note for each line that says something', () => {
    expect(linesOf('Trust\r\n\n  Shared data \nOne contact\n')).toEqual([
      'Trust',
      'Shared data',
      'One contact',
    ]);
  });

  it('loses its list marks, and nothing else', () => {
    expect(linesOf('- one\n* two\n• three\n1. four\n12) five\n[x] six\n3 ferries\n-5 degrees')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      '3 ferries',
      '-5 degrees',
    ]);
  });

  it('is nothing when there is nothing in it', () => {
    expect(linesOf(' \n\t\n')).toEqual([]);
  });
});
