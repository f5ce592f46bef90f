import { z } from 'zod';
import { plainIdSchema } from './http.ts';
import type { CommentId, ParticipantId, ThreadId } from './ids.ts';
import { limits } from './limits.ts';

/*
 * Comments: threads pinned to a shape or to a place on a page. They are the server's, not the canvas document's
 * (docs/adr/0014). All times are server time, ms since 1970; positions are page px.
 */

/** Farther away nothing on a board is. */
const maxPx = 1e7;
const px = z.number().min(-maxPx).max(maxPx);
const participantId = plainIdSchema<ParticipantId>();
const threadId = plainIdSchema<ThreadId>();
const commentId = plainIdSchema<CommentId>();
const count = z.number().int().nonnegative();

/** What somebody writes: several lines; control marks other than line ends are taken out. */
const textSchema = z
  .string()
  .transform((value) =>
    value
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .trim(),
  )
  .pipe(z.string().min(1).max(limits.maxCommentLength));

/** Where a client pins a thread. */
export const newPlaceSchema = z.object({
  /** tldraw page id. */
  pageId: z.string().regex(/^page:[\w-]{1,100}$/),
  x: px,
  y: px,
  /** The shape it is pinned to, and where on it, px from the shape's own corner before it is turned; null for none. */
  shape: z.object({ id: z.string().regex(/^shape:[\w:-]{1,200}$/), x: px, y: px }).nullable(),
});
/** See {@link newPlaceSchema}. */
export type NewCommentPlace = z.infer<typeof newPlaceSchema>;

/** Where a thread is pinned. `x` and `y` are where it was seen last; while its shape is there, the shape tells where it is. */
export const commentPlaceSchema = newPlaceSchema.extend({
  shape: newPlaceSchema.shape.shape
    .unwrap()
    .extend({
      /** The words on the shape when they were read last, cut to `maxCommentWords` characters: all that is left of it when it goes. */
      words: z.string(),
    })
    .nullable(),
});
/** See {@link commentPlaceSchema}. */
export type CommentPlace = z.infer<typeof commentPlaceSchema>;

/** One comment of a thread. One that was removed keeps its place, so that the others still make sense. */
export const commentSchema = z.object({
  id: commentId,
  by: participantId,
  at: count,
  /** Empty once it was removed. Who is mentioned stands in it as `@[participantId]` ({@link splitMentions}). */
  text: z.string(),
  /** How often it was changed. */
  rev: count,
  editedAt: count.nullable(),
  /** Who removed it: its author or a facilitator. */
  removedBy: participantId.nullable(),
});
/** See {@link commentSchema}. */
export type Comment = z.infer<typeof commentSchema>;

/** A thread as it is kept. */
export const threadContentSchema = z.object({
  id: threadId,
  place: commentPlaceSchema,
  /** Who settled it, and when; null while it is open. */
  resolved: z.object({ by: participantId, at: count }).nullable(),
  /** How often it was settled or opened again. */
  rev: count,
  /** Oldest first; the first one began the thread. */
  comments: z.array(commentSchema).min(1),
});
/** See {@link threadContentSchema}. */
export type ThreadContent = z.infer<typeof threadContentSchema>;

/** A thread as it is sent: the higher of two versions is the newer one. */
export const commentThreadSchema = threadContentSchema.extend({ version: count });
/** See {@link commentThreadSchema}. */
export type CommentThread = z.infer<typeof commentThreadSchema>;

/** How many comments of each thread somebody has seen. */
export const commentsSeenSchema = z.record(threadId, count);
/** See {@link commentsSeenSchema}. */
export type CommentsSeen = z.infer<typeof commentsSeenSchema>;

/** GET /api/boards/:boardId/comments */
export const commentsResponse = z.object({ threads: z.array(commentThreadSchema), seen: commentsSeenSchema });

/**
 * POST /api/boards/:boardId/comments. Ids are the client's own, and `rev` says what the client saw: a command that is sent
 * again changes nothing and is answered as before.
 */
export const commentCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), threadId, commentId, place: newPlaceSchema, text: textSchema }),
  z.object({ type: z.literal('reply'), threadId, commentId, text: textSchema }),
  z.object({ type: z.literal('edit'), threadId, commentId, rev: count, text: textSchema }),
  z.object({ type: z.literal('remove'), threadId, commentId }),
  z.object({ type: z.literal('resolve'), threadId, rev: count, isResolved: z.boolean() }),
]);
/** See {@link commentCommandSchema}. */
export type CommentCommand = z.infer<typeof commentCommandSchema>;

/** The thread as the command left it. */
export const commentAnswer = z.object({ thread: commentThreadSchema });

/** POST /api/boards/:boardId/comments/seen */
export const commentsSeenRequest = z.object({
  seen: commentsSeenSchema.refine((seen) => Object.keys(seen).length <= limits.maxThreads),
});

/** Threads that changed, as everybody on the board is told. */
export const commentsChangeSchema = z.object({ threads: z.array(commentThreadSchema) });
/** See {@link commentsChangeSchema}. */
export type CommentsChange = z.infer<typeof commentsChangeSchema>;
