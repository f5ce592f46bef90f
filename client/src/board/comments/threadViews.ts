import {
  mentions,
  type Comment,
  type CommentsSeen,
  type CommentThread,
  type ParticipantId,
} from '@common-ground/protocol';
import type { Threads } from './overlayCommands.ts';

/** A thread as one person is shown it. */
export interface ThreadView {
  readonly thread: CommentThread;
  /** Comments of others that this person has not seen, oldest first. */
  readonly unread: readonly Comment[];
  /** How many those are. */
  readonly unreadCount: number;
  /** The first unread comment that mentions this person; null for none. */
  readonly mention: Comment | null;
  /** When somebody last wrote in it, ms. */
  readonly lastAt: number;
}

/** The threads that have anything to show: unread ones first, then by the latest comment. */
export function threadViews(threads: Threads, seen: CommentsSeen, me: ParticipantId): readonly ThreadView[] {
  return [...threads.values()]
    .filter(({ comments }) => comments.some(({ removedBy }) => removedBy === null))
    .map((thread) => viewOf(thread, seen[thread.id] ?? 0, me))
    .toSorted((a, b) => Number(b.unreadCount > 0) - Number(a.unreadCount > 0) || b.lastAt - a.lastAt);
}

function viewOf(thread: CommentThread, seenCount: number, me: ParticipantId): ThreadView {
  const unread = thread.comments
    .slice(seenCount)
    .filter(({ by, removedBy }) => by !== me && removedBy === null);
  return {
    thread,
    unread,
    unreadCount: unread.length,
    mention: unread.find(({ text }) => mentions(text, me)) ?? null,
    lastAt: Math.max(...thread.comments.map(({ at }) => at)),
  };
}
