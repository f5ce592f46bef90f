import type { Comment, CommentId, ParticipantId, ThreadContent, ThreadId } from '@common-ground/protocol';
import { expect, it } from 'vitest';
import { peopleIn, threadsAt } from './threadsAt.ts';

const [alice, bob, carol] = ['alice', 'bob', 'carol'] as [ParticipantId, ParticipantId, ParticipantId];

function said(at: number, by: ParticipantId, changes: Partial<Comment> = {}): Comment {
  return {
    id: `c${at}` as CommentId,
    by,
    at,
    text: 'Why?',
    rev: 0,
    editedAt: null,
    removedBy: null,
    ...changes,
  };
}

function thread(id: string, comments: Comment[], resolved: ThreadContent['resolved'] = null): ThreadContent {
  const place = { pageId: 'page:page', x: 1, y: 2, shape: null };
  return { id: id as ThreadId, place, resolved, rev: 0, comments };
}

it('holds what was said by then, and not whole conversations that came later', () => {
  const [early, late] = [thread('early', [said(10, alice), said(30, bob)]), thread('late', [said(31, bob)])];
  expect(threadsAt([early, late], 30)).toEqual([early]);
  expect(threadsAt([early, late], 29)).toEqual([thread('early', [said(10, alice)])]);
});

it('is settled only if it was then', () => {
  const settled = thread('t', [said(10, alice)], { by: bob, at: 20 });
  expect(threadsAt([settled], 20)).toEqual([settled]);
  expect(threadsAt([settled], 19)).toEqual([thread('t', [said(10, alice)])]);
});

it('has no words that were taken back since', () => {
  const removed = thread('t', [said(10, alice, { text: '', removedBy: bob }), said(11, bob)]);
  expect(threadsAt([removed], 11)).toEqual([removed]);
});

it('names whoever wrote, settled, took back or is mentioned', () => {
  const dave = 'dave' as ParticipantId;
  const all = thread('t', [said(10, alice, { text: `@[${carol}]?` }), said(11, alice, { removedBy: dave })], {
    by: bob,
    at: 12,
  });
  expect(peopleIn([all])).toEqual(new Set([alice, bob, carol, dave]));
});
