import type { BoardId, CommentId, ParticipantId, ThreadContent, ThreadId } from '@common-ground/protocol';
import { describe, expect, it } from 'vitest';
import type { BoardDirectory } from '../boards/BoardDirectory.ts';
import { newBoard } from '../boards/boardDirectoryContract.ts';
import type { CommentStore } from './CommentStore.ts';

const board = newBoard('b');
const other = newBoard('c');
const alice = 'alice' as ParticipantId;
const bob = 'bob' as ParticipantId;
const id = (value: string) => value as ThreadId;

/** A thread of one comment by Alice. */
export function threadContent(threadId: string, overrides: Partial<ThreadContent> = {}): ThreadContent {
  const comment = { at: 1_000, by: alice, text: 'Why?', rev: 0, editedAt: null, removedBy: null };
  return {
    id: id(threadId),
    place: { pageId: 'page:page', x: 1, y: 2, shape: { id: 'shape:n', x: 3, y: 4, words: 'Hello' } },
    resolved: null,
    rev: 0,
    comments: [{ id: `${threadId}-1` as CommentId, ...comment }],
    ...overrides,
  };
}

/** What any {@link CommentStore} has to do; `setup` makes an empty one and the directory of the same storage. */
export function commentStoreContract(
  title: string,
  setup: () => { readonly comments: CommentStore; readonly directory: BoardDirectory },
): void {
  async function withBoards(): Promise<CommentStore> {
    const { comments, directory } = setup();
    await directory.create(board);
    await directory.create(other);
    return comments;
  }

  describe(`${title} as a CommentStore`, () => {
    it('keeps threads in the order they were begun, each board its own', async () => {
      const store = await withBoards();
      expect(await store.put(board.id, threadContent('z'), 0)).toBe(1);
      expect(await store.put(board.id, threadContent('a'), 0)).toBe(2);
      expect(await store.put(other.id, threadContent('z', { rev: 9 }), 0)).toBe(1);
      expect(await store.list(board.id)).toEqual([
        { ...threadContent('z'), version: 1 },
        { ...threadContent('a'), version: 2 },
      ]);
      expect(await store.list('unknown' as BoardId)).toEqual([]);
      expect(await store.find(board.id, id('a'))).toMatchObject({ thread: { version: 2 }, threadCount: 2 });
      expect(await store.find(board.id, id('nobody'))).toEqual({ thread: null, threadCount: 2 });
    });

    it('replaces a thread at its place under the next version, but only the version that was read', async () => {
      const store = await withBoards();
      await store.put(board.id, threadContent('t'), 0);
      await store.put(board.id, threadContent('u'), 0);
      const settled = threadContent('t', { resolved: { by: bob, at: 5 }, rev: 1 });
      expect(await store.put(board.id, settled, 0)).toBeNull();
      expect(await store.put(board.id, settled, 2)).toBeNull();
      expect(await store.put(board.id, settled, 1)).toBe(3);
      expect((await store.list(board.id)).map((thread) => [thread.id, thread.version, thread.rev])).toEqual([
        ['t', 3, 1],
        ['u', 2, 0],
      ]);
    });

    it('rejects for an unknown board', async () => {
      const store = await withBoards();
      await expect(store.put('unknown' as BoardId, threadContent('t'), 0)).rejects.toThrow('unknown');
      await expect(store.markSeen('unknown' as BoardId, alice, [])).rejects.toThrow('unknown');
    });

    describeSeen(withBoards);
  });
}

function describeSeen(withBoards: () => Promise<CommentStore>): void {
  it('remembers for each participant how far they have read, and never less', async () => {
    const store = await withBoards();
    await store.put(board.id, threadContent('t'), 0);
    await store.put(board.id, threadContent('u'), 0);
    await store.markSeen(board.id, alice, [
      { threadId: id('t'), count: 3 },
      { threadId: id('u'), count: 1 },
      { threadId: id('gone'), count: 1 },
    ]);
    await store.markSeen(board.id, alice, [{ threadId: id('t'), count: 2 }]);
    expect(await store.listSeen(board.id, alice)).toEqual([
      { threadId: 't', count: 3 },
      { threadId: 'u', count: 1 },
    ]);
    expect(await store.listSeen(board.id, bob)).toEqual([]);
    expect(await store.listSeen(other.id, alice)).toEqual([]);
  });
}
