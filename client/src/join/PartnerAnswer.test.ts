import type { Partner, PartnerId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import { faultOf, firstAnswer, otherAnswer, partnerOf } from './PartnerAnswer.ts';

const partners: readonly Partner[] = [
  { id: 'p1' as PartnerId, name: 'North', colour: 'blue' },
  { id: 'p2' as PartnerId, name: 'South', colour: 'orange' },
];

describe('the answer to "you are with"', () => {
  it('starts with the partner of last time when it takes part', () => {
    expect(firstAnswer(partners, 'north ')).toEqual({ kind: 'listed', name: 'North' });
    expect(firstAnswer(partners, 'East')).toEqual({ kind: 'none' });
    expect(firstAnswer(partners, null)).toEqual({ kind: 'none' });
  });

  it('offers another partner the next free colour', () => {
    expect(otherAnswer(partners)).toEqual({ kind: 'other', name: '', colour: 'green' });
  });

  it('is at fault when another partner has no name, or one that is on the list', () => {
    expect(faultOf({ kind: 'other', name: ' ', colour: 'green' }, partners)).toBe('missing');
    expect(faultOf({ kind: 'other', name: 'SOUTH', colour: 'green' }, partners)).toBe('twice');
    expect(faultOf({ kind: 'other', name: 'East', colour: 'green' }, partners)).toBeNull();
    expect(faultOf({ kind: 'none' }, partners)).toBeNull();
  });

  it('joins with the partner by name, and with a colour only if it is new', () => {
    expect(partnerOf({ kind: 'none' })).toBeNull();
    expect(partnerOf({ kind: 'listed', name: 'North' })).toEqual({ name: 'North' });
    expect(partnerOf({ kind: 'other', name: ' East ', colour: 'green' })).toEqual({
      name: 'East',
      colour: 'green',
    });
  });
});
