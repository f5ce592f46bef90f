import { describe, expect, test } from 'vitest';
import { initialsOf, nextPartnerColour, partnerColours } from './partners.ts';

describe('initialsOf', () => {
  test.each([
    ['Harbour Trust', 'HT'],
    ['library', 'L'],
    ['  Institute for Applied Things ', 'IT'],
    ['"Open" kitchen', 'OK'],
    ['Éclair 7', 'É7'],
    ['国立 図書館', '国図'],
    ['جمعية الميناء', 'ج\u200cا'],
    ['ميناء', 'م'],
    ['קרן הנמל', 'קה'],
    ['—', ''],
    ['', ''],
  ])('%j has %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('nextPartnerColour', () => {
  test('is the first that nobody has, whatever was given out of order', () => {
    expect(nextPartnerColour([])).toBe('blue');
    expect(nextPartnerColour(['blue', 'green'])).toBe('orange');
  });

  test('starts over when all twelve are taken', () => {
    expect(partnerColours).toContain(nextPartnerColour(partnerColours));
  });
});
