import type { PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { colourFor, partnerNameKey, partnersFrom } from './partnerNames.ts';

describe('partnerNameKey', () => {
  it('takes upper and lower case, and the ways to write a letter, as the same', () => {
    expect(partnerNameKey('Cafe\u0301 ACME')).toBe(partnerNameKey('caf\u00e9 Acme'));
    expect(partnerNameKey('Ａcme')).toBe(partnerNameKey('acme'));
    expect(partnerNameKey('Acme')).not.toBe(partnerNameKey('Acme Ltd'));
  });
});

describe('colourFor', () => {
  it('gives the colour asked for while it is free', () => {
    expect(colourFor('red', ['blue'])).toBe('red');
    expect(colourFor('blue', ['blue'])).toBe('orange');
    expect(colourFor(undefined, [])).toBe('blue');
  });
});

describe('partnersFrom', () => {
  it('takes each name once and gives each a colour of its own', () => {
    let count = 0;
    const makeId = () => `p${(count += 1)}` as PartnerId;
    const inputs = [
      { name: 'Acme', colour: undefined },
      { name: 'ACME', colour: undefined },
      { name: 'Borealis', colour: 'blue' },
    ] as const;
    expect(partnersFrom(inputs, makeId)).toEqual([
      { id: 'p1', name: 'Acme', colour: 'blue' },
      { id: 'p2', name: 'Borealis', colour: 'orange' },
    ]);
  });
});
