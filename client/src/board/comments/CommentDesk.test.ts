import {
  fail,
  ok,
  type CommentCommand,
  type CommentId,
  type CommentThread,
  type ParticipantId,
  type ThreadId,
} from '@common-ground/protocol';
import { expect, test, vi } from 'vitest';
import type { ApiError } from '../../api/ApiError.ts';
import { createTextStore } from '../../session/TextStore.ts';
import { CommentDesk, type CommentsApi } from './CommentDesk.ts';

const threadId = 't' as ThreadId;
const me = 'me' as ParticipantId;
const start: CommentCommand = {
  type: 'start',
  threadId,
  commentId: 'c1' as CommentId,
  place: { pageId: 'page:page', x: 0, y: 0, shape: null },
  text: 'Why?',
};

/** A server that answers as the test says. */
class Server implements CommentsApi {
  threads: CommentThread[] = [];
  error: ApiError | null = null;
  given: CommentCommand[] = [];

  list: CommentsApi['list'] = async () => ok({ threads: this.threads, seen: {} });
  markSeen: CommentsApi['markSeen'] = async () => ok(undefined);
  give: CommentsApi['give'] = async (command) => {
    this.given.push(command);
    if (this.error) return fail(this.error);
    if (command.type !== 'start') throw new Error('This server starts threads only.');
    const comment = {
      id: command.commentId,
      by: me,
      at: 1,
      text: command.text,
      rev: 0,
      editedAt: null,
      removedBy: null,
    };
    const thread = {
      id: threadId,
      version: 1,
      place: { ...command.place, shape: null },
      resolved: null,
      rev: 0,
      comments: [comment],
    };
    return ok({ thread });
  };
}

function deskOn(server: Server, store = createTextStore(() => new Map() as unknown as Storage)) {
  const timers: (() => void)[] = [];
  const after = (_ms: number, callback: () => void) => {
    timers.push(callback);
    return () => undefined;
  };
  const desk = new CommentDesk({ api: server, me, store, storeKey: 'k', now: () => 5, after });
  const said = () =>
    desk.views.get()?.flatMap(({ thread }) => thread.comments.map(({ text }) => text)) ?? null;
  return { desk, store, said, timers };
}

test('a comment shows at once, and is sent until the server has it, also from another visit', async () => {
  const server = new Server();
  server.error = { kind: 'network' };
  const first = deskOn(server);
  first.desk.give(start);
  expect(first.said()).toEqual(['Why?']);
  await vi.waitFor(() => expect(first.timers).toHaveLength(1));
  const second = deskOn(server, first.store);
  expect(second.said()).toEqual(['Why?']);
  server.error = null;
  await second.desk.connected();
  expect(second.desk.kept.get().waiting).toEqual([]);
  expect(second.said()).toEqual(['Why?']);
  expect(server.given).toEqual([start, start]);
  expect(deskOn(server, first.store).desk.kept.get()).toEqual({ waiting: [], typing: {} });
});

test('a refused comment stays with its reason until its author decides', async () => {
  const server = new Server();
  server.error = { kind: 'refused', code: 'thread_limit', fields: [] };
  const { desk, said } = deskOn(server);
  await desk.connected();
  desk.give(start);
  await vi.waitFor(() => expect(desk.kept.get().waiting).toMatchObject([{ refusal: 'thread_limit' }]));
  expect(said()).toEqual([]);
  server.error = null;
  const [waiting] = desk.kept.get().waiting;
  if (waiting) desk.settle(waiting, 'again');
  await vi.waitFor(() => expect(desk.kept.get().waiting).toEqual([]));
  expect(said()).toEqual(['Why?']);
});

test('an older copy of a thread does not replace a newer one, and seen only grows', async () => {
  const server = new Server();
  const { desk, said } = deskOn(server);
  await desk.connected();
  const comment = {
    id: 'c1' as CommentId,
    by: 'you' as ParticipantId,
    at: 1,
    text: 'New',
    rev: 0,
    editedAt: null,
    removedBy: null,
  };
  const thread = {
    id: threadId,
    version: 2,
    place: { ...start.place, shape: null },
    resolved: null,
    rev: 0,
    comments: [comment],
  };
  desk.receive({ type: 'comments', change: { threads: [thread] } });
  desk.receive({
    type: 'comments',
    change: { threads: [{ ...thread, version: 1, comments: [{ ...comment, text: 'Old' }] }] },
  });
  expect(said()).toEqual(['New']);
  expect(desk.views.get()?.[0]?.unreadCount).toBe(1);
  desk.see([thread]);
  desk.receive({ type: 'commentsSeen', seen: { [threadId]: 0 } });
  expect(desk.views.get()?.[0]?.unreadCount).toBe(0);
});

test('what stands in a field is kept until it is sent', () => {
  const server = new Server();
  const { desk, store } = deskOn(server);
  desk.type('t', 'Half a tho');
  expect(deskOn(server, store).desk.typing('t')).toBe('Half a tho');
  desk.type('t', '');
  expect(store.read('k')).toBeNull();
});
