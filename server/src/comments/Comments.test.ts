import { startBoard, createBoardSchema, openBoard, writeChanges, noteShape } from '@common-ground/board';
import {
  limits,
  type CommentCommand,
  type CommentId,
  type ParticipantId,
  type ThreadId,
} from '@common-ground/protocol';
import { FakeClock } from '@common-ground/testkit';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import { openDatabase } from '../storage/Database.ts';
import { sqliteStores } from '../storage/DatabaseStores.ts';
import { Comments } from './Comments.ts';
import type { CommentStore } from './CommentStore.ts';

const board = newBoard('b');
const threadId = 't' as ThreadId;
const noteId = 'shape:n';
const alice = { id: 'alice' as ParticipantId, role: 'commenter' } as const;
const bob = { id: 'bob' as ParticipantId, role: 'contributor' } as const;
const start: CommentCommand = {
  type: 'start',
  threadId,
  commentId: 'c1' as CommentId,
  place: { pageId: 'page:page', x: 0, y: 0, shape: { id: noteId, x: 10, y: 20 } },
  text: 'Why?',
};
const reply: CommentCommand = { type: 'reply', threadId, commentId: 'c2' as CommentId, text: 'Because.' };

async function setUp(change: (store: CommentStore) => CommentStore = (store) => store) {
  const { comments: stored, directory } = sqliteStores(openDatabase(':memory:'));
  await directory.create(board);
  const store = change(stored);
  const clock = new FakeClock(1_000);
  const sent: (ParticipantId | 'all')[] = [];
  const errors: unknown[] = [];
  const comments = new Comments({
    store,
    clock,
    send: (_boardId, _frame, only) => sent.push(only ?? 'all'),
    onError: (_boardId, error) => errors.push(error),
  });
  const doc = canvas();
  const hooks = comments.hooksFor(board.id);
  hooks.onDoc?.(doc);
  await clock.advanceAsync(0);
  const thread = async () => (await store.list(board.id))[0];
  return { clock, comments, doc, errors, hooks, sent, thread };
}

/** A canvas with one note at 100, 50. */
function canvas(): Y.Doc {
  const doc = new Y.Doc();
  startBoard(doc, createBoardSchema([]));
  const seed = { id: noteId, parentId: 'page:page', index: 'a1', x: 100, y: 50, meta: {} };
  writeNote(doc, seed, 'Clean water');
  return doc;
}

function writeNote(doc: Y.Doc, seed: object, text: string): void {
  const shape = noteShape(seed as Parameters<typeof noteShape>[0], text, 'yellow');
  doc.transact(() =>
    writeChanges(openBoard(doc), { added: { [shape.id]: shape }, updated: {}, removed: {} }),
  );
}

test('two who answer at once are both heard, and everybody is told after each is stored', async () => {
  const { comments, doc, sent } = await setUp();
  await comments.carryOut(board.id, alice, start, doc);
  await Promise.all([
    comments.carryOut(board.id, alice, { ...reply, commentId: 'c3' as CommentId }, doc),
    comments.carryOut(board.id, bob, reply, doc),
  ]);
  const { threads } = await comments.list(board.id, bob.id);
  expect(threads[0]?.comments.map(({ id }) => String(id)).toSorted()).toEqual(['c1', 'c2', 'c3']);
  expect(sent.filter((to) => to === 'all')).toHaveLength(3);
});

test('what one writes oneself is read, what others write is not until one says so', async () => {
  const { comments, doc, sent } = await setUp();
  await comments.carryOut(board.id, alice, start, doc);
  await comments.carryOut(board.id, bob, reply, doc);
  expect((await comments.list(board.id, alice.id)).seen).toEqual({ t: 1 });
  expect((await comments.list(board.id, bob.id)).seen).toEqual({ t: 2 });
  await comments.markSeen(board.id, alice.id, { [threadId]: 2 });
  expect((await comments.list(board.id, alice.id)).seen).toEqual({ t: 2 });
  expect(sent.at(-1)).toBe('alice');
});

test('a thread keeps the last place and words of its shape when that goes, and gets it back with it', async () => {
  const { clock, comments, doc, thread } = await setUp();
  await comments.carryOut(board.id, alice, start, doc);
  expect((await thread())?.place.shape?.words).toBe('Clean water');
  await clock.advanceAsync(1_000);
  const { shapes, positions } = openBoard(doc);
  doc.transact(() => positions.setMany(new Map([[noteId, [300, 400, 0]]])));
  await clock.advanceAsync(1_000);
  expect(await thread()).toMatchObject({ version: 1, place: { x: 0 } });
  doc.transact(() => shapes.delete(noteId));
  await clock.advanceAsync(1_000);
  await expect.poll(thread).toMatchObject({
    version: 2,
    place: { x: 310, y: 420, shape: { id: noteId, x: 10, y: 20, words: 'Clean water' } },
  });
  writeNote(doc, { id: noteId, parentId: 'page:page', index: 'a1', x: 0, y: 0, meta: {} }, 'Back');
  await clock.advanceAsync(1_000);
  doc.transact(() => shapes.delete(noteId));
  await clock.advanceAsync(1_000);
  await expect.poll(thread).toMatchObject({ version: 3, place: { x: 10, y: 20, shape: { words: 'Back' } } });
});

test('where a shape was last is kept also when the storage fails at first, and when the board is closed', async () => {
  let isFailing = false;
  const { clock, comments, doc, errors, hooks, thread } = await setUp((store) => ({
    list: (...args) => store.list(...args),
    find: (...args) => store.find(...args),
    put: (...args) => (isFailing ? Promise.reject(new Error('no room')) : store.put(...args)),
    listSeen: (...args) => store.listSeen(...args),
    markSeen: (...args) => store.markSeen(...args),
  }));
  await comments.carryOut(board.id, alice, start, doc);
  await clock.advanceAsync(1_000);
  isFailing = true;
  doc.transact(() => openBoard(doc).shapes.delete(noteId));
  await clock.advanceAsync(1_000);
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  isFailing = false;
  hooks.onClose?.();
  await expect.poll(thread).toMatchObject({ place: { x: 110, y: 70, shape: { words: 'Clean water' } } });
});

test('the words a thread remembers have an end', async () => {
  const { comments, doc, thread } = await setUp();
  openBoard(doc).shapes.delete(noteId);
  writeNote(doc, { id: noteId, parentId: 'page:page', index: 'a1', x: 0, y: 0, meta: {} }, 'x'.repeat(900));
  await comments.carryOut(board.id, alice, start, doc);
  expect((await thread())?.place.shape?.words).toHaveLength(limits.maxCommentWords);
});
