import { threadContentSchema, type BoardId, type ParticipantId } from '@common-ground/protocol';
import { z } from 'zod';
import type { CommentStore } from './CommentStore.ts';

/** All comments of a board as plain data, for its file. How far people have read is not in it. */
export const boardCommentsSchema = z.object({ threads: z.array(threadContentSchema) });
/** See {@link boardCommentsSchema}. */
export type BoardComments = z.infer<typeof boardCommentsSchema>;

/** Reads all comments of a board, threads in the order they were begun. */
export async function readBoardComments(store: CommentStore, boardId: BoardId): Promise<BoardComments> {
  return boardCommentsSchema.parse({ threads: await store.list(boardId) });
}

/**
 * Puts comments onto a board that has none of these threads yet; whoever wrote them has to be, or become, a participant of it
 * under the same id. Throws a ZodError for what is no such data, before anything is written.
 */
export async function writeBoardComments(
  store: CommentStore,
  boardId: BoardId,
  data: unknown,
): Promise<void> {
  const { threads } = boardCommentsSchema.parse(data);
  for (const thread of threads) await store.put(boardId, thread, 0);
}

/** How many comments others wrote on a board since a moment (server time, ms), removed ones left out. */
export async function countCommentsSince(
  store: CommentStore,
  boardId: BoardId,
  participantId: ParticipantId,
  since: number,
): Promise<number> {
  const comments = (await store.list(boardId)).flatMap((thread) => thread.comments);
  return comments.filter(({ at, by, removedBy }) => at > since && by !== participantId && removedBy === null)
    .length;
}
