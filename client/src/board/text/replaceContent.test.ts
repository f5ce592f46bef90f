import { richTextSchema } from '@common-ground/board';
import { toRichText } from '@tldraw/tldraw';
import { EditorState } from '@tiptap/pm/state';
import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { replaceContent } from './replaceContent.ts';

test.each([
  ['one two three', 'one 2 three'],
  ['aaa', 'aa'],
  ['a', 'a\nb'],
  ['', 'words'],
  ['same', 'same'],
])('replaces no more of %j than differs from %j', (before, after) => {
  const doc = Node.fromJSON(richTextSchema, toRichText(before));
  const next = Node.fromJSON(richTextSchema, toRichText(after));
  const { tr } = EditorState.create({ doc });
  replaceContent(tr, next);
  expect(tr.doc.eq(next)).toBe(true);
  expect(tr.docChanged).toBe(before !== after);
  expect(tr.mapping.map(0)).toBe(0);
});
