import { toRichText, type TLRichText } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf, readRichText, writeRichText } from './richText.ts';

const paragraph = (text: string) => ({
  type: 'paragraph',
  attrs: { dir: 'auto' },
  content: [{ type: 'text', text }],
});
const list = (text: string): TLRichText => ({
  type: 'doc',
  content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text)] }] }],
});

describe('what two people do to one paragraph without knowing of each other', () => {
  test('one breaks it and the other types behind the break: nothing is lost', () => {
    expect(merged('abcdef', toRichText('abc\ndef'), toRichText('abcdeXf'))).toBe('abc\ndeXf');
  });

  test('both put a line behind it: nothing is lost or doubled', () => {
    const text = merged('abc', toRichText('abc\nmine'), toRichText('abc\nyours'));
    expect(['abc\nmine\nyours', 'abc\nyours\nmine']).toContain(text);
  });
});

describe('what two people do to the form of one paragraph', () => {
  test('both break it: each break and each letter is there once', () => {
    expect(merged('abcdef', toRichText('abc\ndef'), toRichText('abcd\nef'))).toBe('abc\nd\nef');
  });

  test('one joins it to the one before: what the other types into it stays', () => {
    expect(merged('abc\ndef', toRichText('abcdef'), toRichText('abc\ndeXf'))).toBe('abcdeXf');
  });

  test('one makes it a list: what the other types into it is in the list', () => {
    expect(mergedText('abc', list('abc'), toRichText('abcX'))).toEqual(list('abcX'));
  });

  test('both make it a list: it is one list, with one item', () => {
    expect(mergedText('abc', list('abc'), list('abc'))).toEqual(list('abc'));
  });

  test('one makes it a list and the other breaks it: both lines are there', () => {
    expect(merged('abcdef', list('abcdef'), toRichText('abc\ndef'))).toBe('abc\ndef');
  });
});

/** What both see of a text that each of them changed, a line for each paragraph, when they hear of each other. */
function merged(start: string, mine: TLRichText, theirs: TLRichText): string {
  return plainTextOf(mergedText(start, mine, theirs));
}

function mergedText(start: string, mine: TLRichText, theirs: TLRichText): TLRichText {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const [a, b] = docs;
  write(a, toRichText(start));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  write(a, mine);
  write(b, theirs);
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  const [seen, other] = [readRichText(a.getText('text')), readRichText(b.getText('text'))];
  expect(seen).toEqual(other);
  return seen;
}

function write(doc: Y.Doc, richText: TLRichText): void {
  doc.transact(() => writeRichText(doc.getText('text'), richText));
}
