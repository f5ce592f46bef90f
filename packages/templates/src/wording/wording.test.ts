import { describe, expect, it } from 'vitest';
import { namesDate } from './dateParts.ts';
import { namesMeasure } from './namesMeasure.ts';
import { shortText } from './shortText.ts';

describe('a date in a text', () => {
  it.each([
    'by 2027-03-31',
    'by 31.3.2027',
    'by 31/3/27',
    'bis 31.3.',
    'in 2027',
    'Q3',
    'Q3 2027',
    'H1/27',
    'week 12',
    'by March',
    '15th of March',
    'March 15',
    'le 3 août',
    'fin décembre',
    'am 1. Mai',
    'by Friday',
    'within six months',
    'in 30 days',
    'by the end of the year',
    'next quarter',
  ])('is found in “%s”', (text) => {
    expect(namesDate(text)).toBe(true);
  });

  it.each([
    '',
    'soon',
    'We may march on',
    '500 trees',
    '3.5 tonnes',
    'room 2.04',
    'version 1.2.3.4x',
    'Marchers 5',
  ])('is not found in “%s”', (text) => {
    expect(namesDate(text)).toBe(false);
  });
});

describe('a measure in a text', () => {
  it.each([
    '500 trees',
    '30 %',
    'half of all schools',
    'twice as many',
    'two more by 2027',
    '٣ ports',
    '€ 20',
  ])('is found in “%s”', (text) => {
    expect(namesMeasure(text)).toBe(true);
  });

  it.each(['', 'many trees', 'by March 2027', 'in Q3', 'no one waits', 'within six months', 'by 31.3.2027'])(
    'is not found in “%s”',
    (text) => {
      expect(namesMeasure(text)).toBe(false);
    },
  );
});

describe('a text cut short', () => {
  it('is one line of eighty signs at most, and no sign is cut in two', () => {
    expect(shortText(' one\n two ')).toBe('one two');
    expect(shortText('a'.repeat(80))).toBe('a'.repeat(80));
    expect(shortText('🌱'.repeat(81))).toBe(`${'🌱'.repeat(79)}…`);
  });
});
