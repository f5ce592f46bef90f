import { limits, partnerColours } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import {
  addPartners,
  isPartnerCountFine,
  recolourPartner,
  removePartner,
  type DraftPartner,
} from './partnerList.ts';

const two: readonly DraftPartner[] = [
  { name: 'North', colour: 'blue' },
  { name: 'South', colour: 'orange' },
];

describe('the partners of a new board', () => {
  it('get the next free colour each', () => {
    expect(addPartners([], 'North').partners).toEqual([two[0]]);
    expect(addPartners(two, 'East').partners.at(-1)).toEqual({ name: 'East', colour: 'green' });
    const [, south] = two;
    expect(addPartners(south === undefined ? [] : [south], 'East').partners.at(-1)?.colour).toBe('blue');
  });

  it('are one a line when a list is pasted', () => {
    const { partners, fault } = addPartners([], ' North \n\nSouth;East, West\t');
    expect(partners.map(({ name }) => name)).toEqual(['North', 'South', 'East', 'West']);
    expect(fault).toBeNull();
  });

  it('are named once only, whatever the capitals and spaces', () => {
    const { partners, fault } = addPartners(two, 'NORTH ,East');
    expect(partners.map(({ name }) => name)).toEqual(['North', 'South', 'East']);
    expect(fault).toEqual({ kind: 'twice', name: 'North' });
  });

  it('are twelve at the most', () => {
    const names = Array.from({ length: limits.maxPartners + 1 }, (_, n) => `Partner ${n}`);
    const { partners, fault } = addPartners([], names.join('\n'));
    expect(partners).toHaveLength(limits.maxPartners);
    expect(new Set(partners.map(({ colour }) => colour)).size).toBe(partnerColours.length);
    expect(fault).toEqual({ kind: 'full' });
  });

  it('lose a name that is only spaces and control marks, and the end of one that is too long', () => {
    expect(addPartners([], ' \u200E \n').partners).toEqual([]);
    expect(addPartners([], 'x'.repeat(500)).partners[0]?.name).toHaveLength(limits.maxNameLength);
  });

  it('can be removed', () => {
    expect(removePartner(two, 'North')).toEqual([two[1]]);
  });

  it('swap colours when one takes the other one’s', () => {
    expect(recolourPartner(two, 'North', 'orange').map(({ colour }) => colour)).toEqual(['orange', 'blue']);
    expect(recolourPartner(two, 'North', 'red').map(({ colour }) => colour)).toEqual(['red', 'orange']);
    expect(recolourPartner(two, 'Nobody', 'red')).toBe(two);
  });

  it('are none yet, or two and more', () => {
    expect([0, 1, 2, 12, 13].map(isPartnerCountFine)).toEqual([true, false, true, true, false]);
  });
});
