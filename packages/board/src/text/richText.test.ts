import { toRichText, type TLRichText } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { withMark, withTextAt } from '../testing/editText.ts';
import { canonicalRichText } from './canonicalRichText.ts';
import { plainTextOf, readRichText, writeRichText } from './richText.ts';
import { richTextSchema } from './richTextSchema.ts';

const link = {
  type: 'link',
  attrs: { href: 'https://example.org', target: '_blank', rel: 'noopener noreferrer nofollow', class: null },
};

/** A document that uses every node and mark there is. */
const everything = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { dir: 'auto', level: 2 }, content: [{ type: 'text', text: 'Title' }] },
    {
      type: 'paragraph',
      attrs: { dir: 'rtl' },
      content: [
        { type: 'text', text: 'plain ' },
        ...['bold', 'italic', 'code', 'strike', 'highlight'].map((type) => ({
          type: 'text',
          marks: [{ type }],
          text: type,
        })),
        { type: 'hardBreak' },
        { type: 'text', marks: [link], text: 'link' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', attrs: { dir: 'auto' }, content: [{ type: 'text', text: 'item' }] }],
        },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3, type: null },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { dir: 'auto' } }] }],
    },
  ],
} satisfies TLRichText;

function sharedTextOf(doc: Y.Doc): Y.Text {
  return doc.getText('t');
}

function write(doc: Y.Doc, richText: TLRichText): void {
  doc.transact(() => writeRichText(sharedTextOf(doc), richText));
}

function written(richText: TLRichText): Y.Doc {
  const doc = new Y.Doc();
  write(doc, richText);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function merge(a: Y.Doc, b: Y.Doc): string {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  expect(readRichText(sharedTextOf(a))).toEqual(readRichText(sharedTextOf(b)));
  return plainTextOf(readRichText(sharedTextOf(a)));
}

function withLinkTo(href: unknown): TLRichText {
  const doc = new Y.Doc();
  sharedTextOf(doc).insert(0, 'look', { link: { href } });
  return readRichText(sharedTextOf(doc));
}

describe('rich text in the document', () => {
  test('is read as it was written, with every node and every mark', () => {
    const names = JSON.stringify(everything);
    for (const name of [...Object.keys(richTextSchema.nodes), ...Object.keys(richTextSchema.marks)]) {
      expect(names).toContain(`"${name}"`);
    }
    expect(readRichText(sharedTextOf(written(everything)))).toEqual(everything);
  });

  test('keeps marks that overlap, in whatever order they were put on', () => {
    const bold = withMark(toRichText('abcdef'), 'bold', 0, 4);
    const both = withMark(bold, 'italic', 2, 6);
    expect(readRichText(sharedTextOf(written(both)))).toEqual(both);

    const doc = written(toRichText('abcdef'));
    const text = sharedTextOf(doc);
    text.format(0, 6, { strike: true });
    text.format(2, 4, { italic: true });
    text.format(0, 4, { bold: true });
    expect(readRichText(sharedTextOf(doc))).toEqual(
      withMark(withMark(withMark(toRichText('abcdef'), 'strike', 0, 6), 'italic', 2, 6), 'bold', 0, 4),
    );
  });

  test('loses links that lead elsewhere than to the web or to mail, and keeps their words', () => {
    for (const href of ['javascript:alert(1)', 'data:text/html,x', ' javascript:x', '/x', 7, null]) {
      expect(JSON.stringify(withLinkTo(href))).not.toContain('link');
      expect(plainTextOf(withLinkTo(href))).toBe('look');
    }
    for (const href of ['https://example.org', 'HTTP://example.org', 'mailto:a@example.org']) {
      expect(JSON.stringify(withLinkTo(href))).toContain(href);
    }
  });

  test('is one empty paragraph where there is nothing', () => {
    expect(plainTextOf(readRichText(sharedTextOf(new Y.Doc())))).toBe('');
    expect(readRichText(sharedTextOf(new Y.Doc())).content).toHaveLength(1);
  });

  test('is a text with a character between two lines, so that any program can read the words', () => {
    const text = sharedTextOf(written(toRichText('one\ntwo')));
    expect(text.toJSON()).toBe('one\ntwo');
    expect(text.toDelta()).toEqual([{ insert: 'one\ntwo' }]);
  });

  test('is read without formats that nobody knows, and with its words', () => {
    const doc = new Y.Doc();
    sharedTextOf(doc).insert(0, 'words', { evil: {}, heading: 2, bold: true });
    expect(readRichText(sharedTextOf(doc))).toEqual(withMark(toRichText('words'), 'bold', 0, 5));
  });

  test.each([
    ['an embedded thing', (text: Y.Text) => text.insertEmbed(0, { evil: true })],
    ['an embedded type', (text: Y.Text) => text.insertEmbed(0, new Y.Map())],
  ])('is refused with %s in it', (_what, put) => {
    const doc = new Y.Doc();
    put(sharedTextOf(doc));
    expect(() => readRichText(sharedTextOf(doc))).toThrow(RangeError);
  });

  test('is mended by whoever writes in it, and no letter of theirs or of others is lost', () => {
    const doc = written(toRichText('words'));
    const away = copyOf(doc);
    sharedTextOf(doc).insertEmbed(2, { evil: true });
    write(doc, toRichText('my words'));
    write(away, toRichText('words!'));
    expect(merge(doc, away)).toBe('my words!');
  });

  test('keeps what both wrote when two people start in an empty paragraph', () => {
    const alice = written(toRichText(''));
    const bob = copyOf(alice);
    write(alice, toRichText('hers'));
    write(bob, toRichText('his'));
    expect(['hershis', 'hishers']).toContain(merge(alice, bob));
  });

  test('merges character by character when two people write whole labels that differ', () => {
    const alice = written(toRichText('one two three'));
    const bob = copyOf(alice);
    write(alice, toRichText('one and two three'));
    write(bob, withMark(toRichText('one two three four'), 'bold', 0, 3));
    expect(merge(alice, bob)).toBe('one and two three four');
    expect(JSON.stringify(readRichText(sharedTextOf(alice)))).toContain('bold');
  });

  test('keeps the characters of others in the same paragraph when somebody breaks it in two', () => {
    const alice = written(toRichText('one two'));
    const bob = copyOf(alice);
    write(alice, toRichText('one\ntwo'));
    write(bob, toRichText('one two!'));
    expect(merge(alice, bob)).toContain('!');
  });

  test('is not written again when it says so already', () => {
    const doc = written(everything);
    let updates = 0;
    doc.on('update', () => (updates += 1));
    write(doc, everything);
    expect(updates).toBe(0);
  });
});

describe('plainTextOf', () => {
  test('gives a line to each paragraph, item and break', () => {
    expect(plainTextOf(everything)).toBe('Title\nplain bolditaliccodestrikehighlight\nlink\nitem\n');
  });
});

describe('canonicalRichText', () => {
  test('spells out every attribute, as the document does', () => {
    const short = { type: 'doc', content: [{ type: 'paragraph' }] } satisfies TLRichText;
    expect(canonicalRichText(short)).toEqual(readRichText(sharedTextOf(written(short))));
  });

  test('gives back the same object when nothing is to be done', () => {
    expect(canonicalRichText(everything)).toBe(everything);
  });

  test('keeps the words of what cannot be rich text', () => {
    const pasted = {
      type: 'doc',
      content: [
        { type: 'evil', content: [{ type: 'text', text: 'first' }, null, 7] },
        { type: 'paragraph', content: [{ type: 'text', text: 'second' }] },
      ],
    } as unknown as TLRichText;
    expect(plainTextOf(canonicalRichText(pasted))).toBe('first\nsecond');
  });

  test('takes off the links that reading would take off', () => {
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }];
    const linked = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }],
    } as TLRichText;
    expect(canonicalRichText(linked)).toEqual(readRichText(sharedTextOf(written(linked))));
  });

  test('is what typing into a text gives', () => {
    const typed = withTextAt(toRichText('ab'), 1, '-');
    expect(plainTextOf(canonicalRichText(typed))).toBe('a-b');
  });
});
