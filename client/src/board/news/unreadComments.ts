import type { ParticipantId } from '@common-ground/protocol';
import { toField, type Mentionable } from '../comments/mentionText.ts';
import type { ThreadView } from '../comments/threadViews.ts';
import type { UnreadComment } from './newsItems.ts';

/** What somebody has not read of the comments, as they would read it: with names for the ids of people who are mentioned. */
export function unreadComments(
  views: readonly ThreadView[],
  authors: ReadonlyMap<ParticipantId, Mentionable>,
): readonly UnreadComment[] {
  const people = [...authors.values()];
  return views.flatMap(({ thread, unread }) =>
    unread.map(({ id, by, at, text }) => ({
      id,
      by,
      at,
      text: toField(text, people),
      threadId: thread.id,
    })),
  );
}
