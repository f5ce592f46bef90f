import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, editBetween, mergeTexts } from './mergeText.ts';

describe('merging two versions of a text', () => {
  test.each([
    ['both add, at different places', 'middle', 'A middle', 'middle B', 'A middle B'],
    ['one adds before what the other takes away', 'one two', 'the one two', 'one', 'the one'],
    ['one adds after what the other takes away', 'one two', 'one two three', 'two', 'two three'],
    ['one writes into what the other takes away', 'one; two; red', 'one; twXo; red', 'one; red', 'one; Xred'],
    ['both take away the same', 'one two', 'one', 'one', 'one'],
    ['what both take away overlaps', 'abcdef', 'aef', 'abcf', 'af'],
    ['one replaces what lies around the change of the other', 'abcdef', 'X', 'abYdef', 'XY'],
    ['one changes nothing', 'same', 'same', 'other', 'other'],
    ['the other changes nothing', 'same', 'other', 'same', 'other'],
  ])('%s', (_name, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  test('keeps every character that either put in', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, fc.nat(), fc.nat(), (base, a, b, atA, atB) => {
        const mine = inserted(base, a, atA);
        const theirs = inserted(base, b, atB);
        expect(mergeTexts(base, mine, theirs).length).toBe(base.length + a.length + b.length);
      }),
    );
  });

  test('an edit makes one text out of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdit(before, editBetween(before, after))).toBe(after);
      }),
    );
  });
});

function inserted(text: string, words: string, at: number): string {
  const characters = Array.from(text);
  characters.splice(at % (characters.length + 1), 0, words);
  return characters.join('');
}
