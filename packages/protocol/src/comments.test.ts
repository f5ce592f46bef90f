import { describe, expect, test } from 'vitest';
import { commentCommandSchema } from './comments.ts';
import type { ParticipantId } from './ids.ts';
import { limits } from './limits.ts';
import { mentionOf, mentions, splitMentions } from './mentions.ts';

const alice = 'alice' as ParticipantId;
const reply = (text: string) =>
  commentCommandSchema.safeParse({ type: 'reply', threadId: 't', commentId: 'c', text });

describe('the text of a comment', () => {
  test('keeps its lines and loses what no keyboard writes', () => {
    expect(reply('  one\r\ntwo\u0000\u0007\rthree\t!\n').data).toMatchObject({ text: 'one\ntwo\nthree\t!' });
  });

  test.each([' ', '\u0000', 'x'.repeat(limits.maxCommentLength + 1)])('is refused when it is %j', (text) => {
    expect(reply(text).success).toBe(false);
  });
});

test.each([
  { pageId: 'page:1', x: Number.NaN, y: 0, shape: null },
  { pageId: 'page:1', x: 1e9, y: 0, shape: null },
  { pageId: '../page', x: 0, y: 0, shape: null },
  { pageId: 'page:1', x: 0, y: 0, shape: { id: 'asset:1', x: 0, y: 0 } },
])('a place that cannot be one is refused', (place) => {
  const command = { type: 'start', threadId: 't', commentId: 'c', text: 'x', place };
  expect(commentCommandSchema.safeParse(command).success).toBe(false);
});

describe('mentions', () => {
  test('stand among the words, in order', () => {
    const text = `Ask ${mentionOf(alice)}${mentionOf('b-2' as ParticipantId)}, please`;
    expect(splitMentions(text)).toEqual([
      { kind: 'words', words: 'Ask ' },
      { kind: 'mention', participantId: 'alice' },
      { kind: 'mention', participantId: 'b-2' },
      { kind: 'words', words: ', please' },
    ]);
    expect(mentions(text, alice)).toBe(true);
    expect(mentions(text, 'ali' as ParticipantId)).toBe(false);
  });

  test.each(['', 'me@home [x]', '@[no way]', `@[${'x'.repeat(70)}]`])('%j has none', (text) => {
    expect(splitMentions(text).filter(({ kind }) => kind === 'mention')).toEqual([]);
  });
});
