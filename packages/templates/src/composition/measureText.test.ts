import { describe, expect, it, test } from 'vitest';
import { breakIntoLines, firstLines, measureTextHeight } from './measureText.ts';

const countLines = (text: string, style: object) => breakIntoLines(text, 220, { size: 's', ...style }).length;

describe('measured text', () => {
  it('wraps between words', () => {
    // 18 px × 0.55 are 9.9 px a glyph: 100 px hold ten.
    expect(breakIntoLines('one two three four', 100, { size: 's' })).toEqual(['one two', 'three four']);
  });

  it('breaks a word that is longer than a line, and loses no letter of it', () => {
    const lines = breakIntoLines('x'.repeat(25), 100, { size: 's' });
    expect(lines).toHaveLength(3);
    expect(lines.join('')).toBe('x'.repeat(25));
  });

  it('begins a new line for each paragraph', () => {
    expect(breakIntoLines('one\ntwo', 1000, { size: 's' })).toEqual(['one', 'two']);
  });

  it('gives wide scripts, bold and larger text more room', () => {
    expect(countLines('視野合意形成の会議室に集まる', {})).toBeGreaterThan(countLines('x'.repeat(14), {}));
    expect(countLines('x'.repeat(22), { bold: true })).toBeGreaterThan(countLines('x'.repeat(22), {}));
    expect(countLines('a few words here', { scale: 2 })).toBeGreaterThan(countLines('a few words here', {}));
  });

  it('is as high as its lines, on the grid', () => {
    expect(measureTextHeight('one', 1000, { size: 'm' })).toBe(40);
    expect(measureTextHeight('one\ntwo', 1000, { size: 'm' })).toBe(72);
  });
});

test('a text that is cut fills its last line, in the middle of a word if need be', () => {
  const style = { size: 'm' } as const;
  const w = 24 * 0.55 * 12;
  expect(firstLines('Keep one list of contacts', w, style, 1)).toEqual(['Keep one li…']);
  expect(firstLines('Keep one list of contacts', w, style, 2)).toEqual(['Keep one', 'list of con…']);
  expect(firstLines('Keep it', w, style, 1)).toEqual(['Keep it']);
});
