import {
  limits,
  type CommentCommand,
  type CommentId,
  type ParticipantId,
  type Role,
  type ThreadContent,
  type ThreadId,
} from '@common-ground/protocol';
import { describe, expect, test } from 'vitest';
import { decideComment } from './decideComment.ts';

const threadId = 't' as ThreadId;
const id = (value: string) => value as CommentId;
const place = { pageId: 'page:page', x: 10, y: 20, shape: { id: 'shape:n', x: 1, y: 2 } };
const start: CommentCommand = { type: 'start', threadId, commentId: id('c1'), place, text: 'Why this?' };
const reply = (commentId: string, text = 'Because.'): CommentCommand => {
  return { type: 'reply', threadId, commentId: id(commentId), text };
};

const edit = (text: string, rev: number): CommentCommand => {
  return { type: 'edit', threadId, commentId: id('c1'), rev, text };
};
const resolve = (isResolved: boolean, rev: number): CommentCommand => {
  return { type: 'resolve', threadId, rev, isResolved };
};

/** One thread, to which people do things. */
class Talk {
  thread: ThreadContent | null = null;
  threadCount = 0;
  now = 100;

  /** What becomes of a command; the thread stays as the command left it. */
  does(who: string, command: CommentCommand, role: Role = 'commenter') {
    this.now += 1;
    const actor = { id: who as ParticipantId, role };
    const { thread, threadCount, now } = this;
    const decided = decideComment(command, { thread, threadCount, actor, now, words: 'x'.repeat(500) });
    if (!decided.ok) return decided.error;
    const isChanged = decided.value !== thread;
    this.thread = decided.value;
    return isChanged ? 'changed' : 'the same';
  }

  get comments() {
    return this.thread?.comments ?? [];
  }
}

const begun = (): Talk => {
  const talk = new Talk();
  talk.does('alice', start);
  return talk;
};

describe('starting a thread', () => {
  test('keeps author, time and the beginning of the words on its shape', () => {
    const talk = begun();
    expect(talk.thread).toMatchObject({
      id: 't',
      resolved: null,
      rev: 0,
      place: { pageId: 'page:page', x: 10, y: 20 },
    });
    expect(talk.thread?.place.shape?.words).toHaveLength(limits.maxCommentWords);
    expect(talk.comments).toEqual([
      { id: 'c1', by: 'alice', at: 101, text: 'Why this?', rev: 0, editedAt: null, removedBy: null },
    ]);
  });

  test('has no effect a second time, and none under an id that is somebody else’s', () => {
    const talk = begun();
    expect(talk.does('alice', start)).toBe('the same');
    expect(talk.does('bob', start)).toBe('comment_changed');
    expect(talk.does('alice', { ...start, commentId: id('c9') })).toBe('comment_changed');
  });

  test('is refused on a board that is full of them', () => {
    const talk = new Talk();
    talk.threadCount = limits.maxThreads;
    expect(talk.does('alice', start)).toBe('thread_limit');
  });

  test('comes before everything else', () => {
    const later: CommentCommand[] = [
      reply('c2'),
      { type: 'edit', threadId, commentId: id('c1'), rev: 0, text: 'x' },
      { type: 'remove', threadId, commentId: id('c1') },
      { type: 'resolve', threadId, rev: 0, isResolved: true },
    ];
    for (const command of later) expect(new Talk().does('alice', command)).toBe('comment_unknown');
  });
});

describe('an answer', () => {
  test('stands behind what was said, once', () => {
    const talk = begun();
    expect(talk.does('bob', reply('c2'))).toBe('changed');
    expect(talk.does('bob', reply('c2', 'Sent again'))).toBe('the same');
    expect(talk.does('carol', reply('c2'))).toBe('comment_changed');
    expect(talk.comments.map(({ by, text }) => [by, text])).toEqual([
      ['alice', 'Why this?'],
      ['bob', 'Because.'],
    ]);
  });

  test('opens a resolved thread again', () => {
    const talk = begun();
    talk.does('bob', { type: 'resolve', threadId, rev: 0, isResolved: true });
    talk.does('alice', reply('c2', 'Not yet'));
    expect(talk.thread).toMatchObject({ resolved: null, rev: 2 });
  });

  test('is refused when the thread is full', () => {
    const talk = begun();
    for (let n = 2; n <= limits.maxCommentsPerThread; n += 1) talk.does('bob', reply(`c${n}`));
    expect(talk.comments).toHaveLength(limits.maxCommentsPerThread);
    expect(talk.does('bob', reply('more'))).toBe('comment_limit');
  });
});

describe('changing a comment', () => {
  test('is for its author only, also not for facilitators', () => {
    const talk = begun();
    expect(talk.does('bob', edit('x', 0), 'facilitator')).toBe('comment_not_yours');
    expect(talk.does('alice', edit('Why that?', 0))).toBe('changed');
    expect(talk.comments[0]).toMatchObject({ text: 'Why that?', rev: 1, editedAt: 103, at: 101 });
  });

  test('may be sent again, and is refused when it was changed elsewhere', () => {
    const talk = begun();
    talk.does('alice', edit('one', 0));
    expect(talk.does('alice', edit('one', 0))).toBe('the same');
    expect(talk.does('alice', edit('two', 0))).toBe('comment_changed');
  });
});

describe('removing a comment', () => {
  const remove: CommentCommand = { type: 'remove', threadId, commentId: id('c1') };

  test('takes its words away for good and leaves its place', () => {
    const talk = begun();
    talk.does('bob', reply('c2'));
    expect(talk.does('alice', remove)).toBe('changed');
    expect(talk.does('alice', remove)).toBe('the same');
    expect(talk.does('alice', { type: 'edit', threadId, commentId: id('c1'), rev: 1, text: 'x' })).toBe(
      'comment_unknown',
    );
    expect(talk.does('alice', { type: 'remove', threadId, commentId: id('c9') })).toBe('comment_unknown');
    expect(talk.comments.map(({ text, removedBy }) => [text, removedBy])).toEqual([
      ['', 'alice'],
      ['Because.', null],
    ]);
    expect(JSON.stringify(talk.thread)).not.toContain('Why');
  });

  test('is for its author and for facilitators', () => {
    const talk = begun();
    expect(talk.does('bob', remove, 'contributor')).toBe('comment_not_yours');
    expect(talk.does('fay', remove, 'facilitator')).toBe('changed');
    expect(talk.comments[0]?.removedBy).toBe('fay');
  });

  test('does not free its id', () => {
    const talk = begun();
    talk.does('alice', remove);
    expect(talk.does('alice', start)).toBe('the same');
    expect(talk.comments[0]?.text).toBe('');
  });
});

describe('resolving', () => {
  test('says who settled it, and can be taken back by anybody', () => {
    const talk = begun();
    expect(talk.does('bob', resolve(true, 0))).toBe('changed');
    expect(talk.thread?.resolved).toEqual({ by: 'bob', at: 102 });
    expect(talk.does('bob', resolve(true, 0))).toBe('the same');
    expect(talk.does('carol', resolve(false, 1))).toBe('changed');
    expect(talk.thread).toMatchObject({ resolved: null, rev: 2 });
  });

  test('that comes late does not undo what was done since', () => {
    const talk = begun();
    talk.does('bob', resolve(true, 0));
    talk.does('carol', resolve(false, 1));
    expect(talk.does('bob', resolve(true, 0))).toBe('comment_changed');
  });
});
