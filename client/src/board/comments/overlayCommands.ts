import type {
  Comment,
  CommentCommand,
  CommentThread,
  ParticipantId,
  ThreadId,
} from '@common-ground/protocol';
import type { WaitingCommand } from './KeptCommands.ts';

/** Threads by id, as this person sees them. */
export type Threads = ReadonlyMap<ThreadId, CommentThread>;

/** The threads as they will be once what waits has arrived; a refused command shows nothing. */
export function overlayCommands(
  threads: Threads,
  waiting: readonly WaitingCommand[],
  me: ParticipantId,
): Threads {
  if (waiting.length === 0) return threads;
  const shown = new Map(threads);
  for (const { command, at, refusal } of waiting) {
    if (refusal !== null) continue;
    const after = withCommand(shown.get(command.threadId), command, me, at);
    if (after) shown.set(command.threadId, after);
  }
  return shown;
}

function withCommand(
  thread: CommentThread | undefined,
  command: CommentCommand,
  me: ParticipantId,
  at: number,
): CommentThread | undefined {
  if (command.type === 'start') {
    const { threadId: id, place, commentId, text } = command;
    const shape = place.shape && { ...place.shape, words: '' };
    const comments = [ownComment(commentId, text, me, at)];
    return thread ?? { id, version: 0, place: { ...place, shape }, resolved: null, rev: 0, comments };
  }
  if (thread === undefined) return undefined;
  if (command.type === 'resolve') {
    return { ...thread, resolved: command.isResolved ? (thread.resolved ?? { by: me, at }) : null };
  }
  if (command.type === 'reply') {
    if (thread.comments.some(({ id }) => id === command.commentId)) return thread;
    const comment = ownComment(command.commentId, command.text, me, at);
    return { ...thread, resolved: null, comments: [...thread.comments, comment] };
  }
  const comments = thread.comments.map((comment) =>
    comment.id === command.commentId ? changed(comment, command, me, at) : comment,
  );
  return { ...thread, comments };
}

function changed(
  comment: Comment,
  command: Extract<CommentCommand, { type: 'edit' | 'remove' }>,
  me: ParticipantId,
  at: number,
): Comment {
  if (command.type === 'remove') return { ...comment, text: '', removedBy: me };
  return { ...comment, text: command.text, editedAt: at };
}

function ownComment(id: Comment['id'], text: string, by: ParticipantId, at: number): Comment {
  return { id, by, at, text, rev: 0, editedAt: null, removedBy: null };
}
