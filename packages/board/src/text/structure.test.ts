import { toRichText, type TLRichText } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf, readRichText, writeRichText } from './richText.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (text: string): TLRichText => ({
  type: 'doc',
  content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text)] }] }],
});

describe('what two people do to one paragraph without knowing of each other', () => {
  test('one breaks it and the other types behind the break: nothing is lost', () => {
    expect(merged('abcdef', toRichText('abc\ndef'), toRichText('abcdeXf')).replace('\n', '')).toBe('abcXdef');
  });

  test('both put a line behind it: nothing is lost or doubled', () => {
    const text = merged('abc', toRichText('abc\nmine'), toRichText('abc\nyours'));
    expect(text.split('\n').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['abc', 'mine', 'yours']);
  });
});

// These are limits of how y-prosemirror keeps paragraphs (docs/adr/0010). Who lifts them turns these tests round.
describe('known limits of paragraphs as elements', () => {
  test('both break it: what is behind is doubled, nothing is lost', () => {
    const text = merged('abcdef', toRichText('abc\ndef'), toRichText('abcd\nef'));
    expect(text.split('\n').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['abc', 'def', 'ef']);
  });

  test('one joins it to the one before: what the other types into it is lost', () => {
    expect(merged('abc\ndef', toRichText('abcdef'), toRichText('abc\ndeXf'))).toBe('abcdef');
  });

  test('one makes it a list: what the other types into it is lost', () => {
    expect(merged('abc', list('abc'), toRichText('abcX'))).toBe('abc');
  });
});

/** What both see of a text that each of them changed, when they hear of each other. */
function merged(start: string, mine: TLRichText, theirs: TLRichText): string {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const [a, b] = docs;
  write(a, toRichText(start));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  write(a, mine);
  write(b, theirs);
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  const [seen, other] = docs.map((doc) => plainTextOf(readRichText(doc.getXmlFragment('text'))));
  expect(seen).toBe(other);
  return seen ?? '';
}

function write(doc: Y.Doc, richText: TLRichText): void {
  doc.transact(() => writeRichText(doc, doc.getXmlFragment('text'), richText));
}
