import {
  exhaustive,
  fail,
  limits,
  mayFacilitate,
  ok,
  type ApiErrorCode,
  type Comment,
  type CommentCommand,
  type ParticipantId,
  type Result,
  type Role,
  type ThreadContent,
} from '@common-ground/protocol';

/** Why a command about comments is refused. */
export type CommentRefusal = Extract<
  ApiErrorCode,
  'comment_unknown' | 'comment_changed' | 'comment_not_yours' | 'comment_limit' | 'thread_limit'
>;

/** What a command is decided on. */
export interface CommentMatter {
  /** The thread it names; null for none. */
  readonly thread: ThreadContent | null;
  /** Threads of the board. */
  readonly threadCount: number;
  /** Somebody who may comment. */
  readonly actor: { readonly id: ParticipantId; readonly role: Role };
  /** Server time, ms. */
  readonly now: number;
  /** The words on the shape that a new thread is pinned to. */
  readonly words: string;
}

type Decided = Result<ThreadContent, CommentRefusal>;
type Of<Type extends CommentCommand['type']> = Extract<CommentCommand, { type: Type }>;

/**
 * The thread as a command leaves it; the very same object when there is nothing (more) to do, as when the command was
 * carried out before. Pure: two servers that decide the same get the same.
 */
export function decideComment(command: CommentCommand, matter: CommentMatter): Decided {
  const { thread } = matter;
  if (command.type === 'start') return start(command, matter);
  if (thread === null) return fail('comment_unknown');
  switch (command.type) {
    case 'reply':
      return reply(command, matter, thread);
    case 'edit':
      return edit(command, matter, thread);
    case 'remove':
      return remove(command, matter, thread);
    case 'resolve':
      return resolve(command, matter, thread);
    default:
      return exhaustive(command);
  }
}

function start({ threadId, commentId, place, text }: Of<'start'>, matter: CommentMatter): Decided {
  const { thread, threadCount, words } = matter;
  const first = thread?.comments[0];
  if (thread !== null && first)
    return isSame(first, commentId, matter) ? ok(thread) : fail('comment_changed');
  if (threadCount >= limits.maxThreads) return fail('thread_limit');
  const shape = place.shape && { ...place.shape, words: words.slice(0, limits.maxCommentWords) };
  const comments = [newComment(commentId, text, matter)];
  return ok({ id: threadId, place: { ...place, shape }, resolved: null, rev: 0, comments });
}

/** An answer to what was settled opens it again: otherwise nobody would read it. */
function reply({ commentId, text }: Of<'reply'>, matter: CommentMatter, thread: ThreadContent): Decided {
  const known = thread.comments.find(({ id }) => id === commentId);
  if (known) return isSame(known, commentId, matter) ? ok(thread) : fail('comment_changed');
  if (thread.comments.length >= limits.maxCommentsPerThread) return fail('comment_limit');
  const comments = [...thread.comments, newComment(commentId, text, matter)];
  const isReopened = thread.resolved !== null;
  return ok({ ...thread, comments, resolved: null, rev: thread.rev + (isReopened ? 1 : 0) });
}

function edit(
  { commentId, rev, text }: Of<'edit'>,
  { actor, now }: CommentMatter,
  thread: ThreadContent,
): Decided {
  const known = thread.comments.find(({ id }) => id === commentId);
  if (!known || known.removedBy !== null) return fail('comment_unknown');
  if (known.by !== actor.id) return fail('comment_not_yours');
  if (known.text === text) return ok(thread);
  if (known.rev !== rev) return fail('comment_changed');
  return ok(withComment(thread, { ...known, text, rev: rev + 1, editedAt: now }));
}

function remove({ commentId }: Of<'remove'>, { actor }: CommentMatter, thread: ThreadContent): Decided {
  const known = thread.comments.find(({ id }) => id === commentId);
  if (!known) return fail('comment_unknown');
  if (known.removedBy !== null) return ok(thread);
  if (known.by !== actor.id && !mayFacilitate(actor.role)) return fail('comment_not_yours');
  return ok(withComment(thread, { ...known, text: '', rev: known.rev + 1, removedBy: actor.id }));
}

function resolve(
  { rev, isResolved }: Of<'resolve'>,
  { actor, now }: CommentMatter,
  thread: ThreadContent,
): Decided {
  if ((thread.resolved !== null) === isResolved) return ok(thread);
  if (thread.rev !== rev) return fail('comment_changed');
  return ok({ ...thread, rev: rev + 1, resolved: isResolved ? { by: actor.id, at: now } : null });
}

/** Whether a comment is what this person sent under this id before. Its words do not count: they may have been changed since. */
function isSame(comment: Comment, commentId: string, { actor }: CommentMatter): boolean {
  return comment.id === commentId && comment.by === actor.id;
}

function newComment(id: Comment['id'], text: string, { actor, now }: CommentMatter): Comment {
  return { id, by: actor.id, at: now, text, rev: 0, editedAt: null, removedBy: null };
}

function withComment(thread: ThreadContent, comment: Comment): ThreadContent {
  return { ...thread, comments: thread.comments.map((one) => (one.id === comment.id ? comment : one)) };
}
