import type {
  CommentCommand,
  CommentId,
  CommentThread,
  ParticipantId,
  ThreadId,
} from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import { fromField, matching, mentionSearch, toField } from './mentionText.ts';
import { overlayCommands } from './overlayCommands.ts';
import { threadViews } from './threadViews.ts';

const me = 'me' as ParticipantId;
const anna = { id: 'a1' as ParticipantId, name: 'Anna' };
const annaBerg = { id: 'a2' as ParticipantId, name: 'Anna Berg' };
const threadId = 't' as ThreadId;
const id = (value: string) => value as CommentId;

function thread(overrides: Partial<CommentThread> = {}, ...texts: string[]): CommentThread {
  return {
    id: threadId,
    version: 1,
    place: { pageId: 'page:page', x: 0, y: 0, shape: null },
    resolved: null,
    rev: 0,
    comments: texts.map((text, index) => ({
      id: id(`c${index}`),
      by: anna.id,
      at: index + 1,
      text,
      rev: 0,
      editedAt: null,
      removedBy: null,
    })),
    ...overrides,
  };
}

const asMap = (...threads: readonly CommentThread[]) => new Map(threads.map((one) => [one.id, one]));

describe('mentions in a field', () => {
  test('are names for people and ids for the server, the longest name first', () => {
    const people = [anna, annaBerg];
    const field = 'Ask @Anna Berg or @Anna.';
    expect(fromField(field, people)).toBe('Ask @[a2] or @[a1].');
    expect(toField('Ask @[a2] or @[a1].', people)).toBe(field);
    expect(toField('@[gone]', people)).toBe('@[gone]');
  });

  test.each([
    ['Hello @an', 9, { at: 6, word: 'an' }],
    ['@', 1, { at: 0, word: '' }],
    ['(@b', 3, { at: 1, word: 'b' }],
    ['me@home', 7, null],
    ['Hello', 5, null],
    ['@an later', 0, null],
  ])('are looked for in %j at %i', (field, caret, found) => {
    expect(mentionSearch(field, caret)).toEqual(found);
  });

  test('find people by any part of their name', () => {
    expect(matching([anna, annaBerg], 'BE')).toEqual([annaBerg]);
    expect(matching([anna, annaBerg], '')).toEqual([anna, annaBerg]);
  });
});

describe('threads as one person sees them', () => {
  test('are unread by what others wrote since, and say when one is mentioned', () => {
    const views = threadViews(asMap(thread({}, 'One', 'Two @[me]')), { [threadId]: 1 }, me);
    expect(views).toMatchObject([{ unreadCount: 1, mention: { text: 'Two @[me]' }, lastAt: 2 }]);
    expect(threadViews(asMap(thread({}, 'One')), {}, anna.id)).toMatchObject([
      { unreadCount: 0, mention: null },
    ]);
  });

  test('come with unread ones first, then the latest; empty ones do not come', () => {
    const old = thread({ id: 'old' as ThreadId }, 'x');
    const late = thread({ id: 'late' as ThreadId }, 'x', 'y', 'z');
    const unread = thread({ id: 'unread' as ThreadId }, 'x');
    const empty = thread({ id: 'empty' as ThreadId });
    const seen = { old: 1, late: 3 } as Record<ThreadId, number>;
    const views = threadViews(asMap(old, late, unread, empty), seen, me);
    expect(views.map((view) => view.thread.id)).toEqual(['unread', 'late', 'old']);
  });
});

const shown = (command: CommentCommand, refusal: 'comment_limit' | null = null) =>
  overlayCommands(asMap(thread({}, 'One')), [{ command, at: 9, refusal }], me).get(threadId);

describe('what waits for the server', () => {
  test('shows at once: an answer, a change, a removal, a thread that is settled', () => {
    const commentId = id('c9');
    expect(shown({ type: 'reply', threadId, commentId, text: 'Two' })?.comments).toMatchObject([
      { text: 'One' },
      { text: 'Two', by: 'me', at: 9 },
    ]);
    const edit = { type: 'edit', threadId, commentId: id('c0'), rev: 0, text: 'First' } as const;
    expect(shown(edit)?.comments).toMatchObject([{ text: 'First' }]);
    expect(shown({ type: 'remove', threadId, commentId: id('c0') })?.comments).toMatchObject([
      { text: '', removedBy: 'me' },
    ]);
    expect(shown({ type: 'resolve', threadId, rev: 0, isResolved: true })?.resolved).toEqual({
      by: 'me',
      at: 9,
    });
  });

  test('shows nothing of what was refused, and nothing twice', () => {
    const reply = { type: 'reply', threadId, commentId: id('c0'), text: 'Two' } as const;
    expect(shown(reply)?.comments).toHaveLength(1);
    expect(shown({ ...reply, commentId: id('c9') }, 'comment_limit')?.comments).toHaveLength(1);
  });
});
