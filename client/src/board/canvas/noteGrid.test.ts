import { describe, expect, test } from 'vitest';
import { noteGridOf } from './noteGrid.ts';

const texts = (text: string) => noteGridOf(text)?.map((note) => note.text) ?? null;

describe('noteGridOf', () => {
  test('each line of a list is a note, and empty lines are none', () => {
    expect(texts('One\n\n  Two  \r\nThree')).toEqual(['One', 'Two', 'Three']);
  });

  test('bullets and numbers are taken off, years and dashes within stay', () => {
    expect(texts('- One\n• Two\n3. Three\n4) Four\n2026 was good\nwell-known')).toEqual([
      'One',
      'Two',
      'Three',
      'Four',
      '2026 was good',
      'well-known',
    ]);
  });

  test('a list stands five in a row', () => {
    const notes = noteGridOf(['a', 'b', 'c', 'd', 'e', 'f'].join('\n'));
    expect(notes?.at(4)).toEqual({ text: 'e', column: 4, row: 0 });
    expect(notes?.at(5)).toEqual({ text: 'f', column: 0, row: 1 });
  });

  test('cells of a spreadsheet keep their column and row, empty cells are no notes', () => {
    expect(noteGridOf('A\t\tC\n\tB2\t')).toEqual([
      { text: 'A', column: 0, row: 0 },
      { text: 'C', column: 2, row: 0 },
      { text: 'B2', column: 1, row: 1 },
    ]);
  });

  test('one line is no list, nor are more lines than anybody sorts', () => {
    expect(noteGridOf('Just a sentence.')).toBeNull();
    expect(noteGridOf('')).toBeNull();
    expect(noteGridOf(Array.from({ length: 201 }, () => 'line').join('\n'))).toBeNull();
  });
});
