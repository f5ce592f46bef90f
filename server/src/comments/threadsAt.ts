import { splitMentions, type ParticipantId, type ThreadContent } from '@common-ground/protocol';

/**
 * Conversations as they stood at a moment (server time, ms), as far as is known: what was said by then, settled if it was then and is
 * still. The words are those of now, because earlier ones are not kept: what somebody took back stays taken back.
 */
export function threadsAt(threads: readonly ThreadContent[], at: number): ThreadContent[] {
  return threads.flatMap((thread) => {
    const comments = thread.comments.filter((comment) => comment.at <= at);
    const isSettled = thread.resolved !== null && thread.resolved.at <= at;
    return comments.length === 0
      ? []
      : [{ ...thread, comments, resolved: isSettled ? thread.resolved : null }];
  });
}

/** Everybody who is named in conversations: who wrote, settled or took something back, and who is mentioned. */
export function peopleIn(threads: readonly ThreadContent[]): Set<ParticipantId> {
  const people = new Set<ParticipantId>();
  for (const { comments, resolved } of threads) {
    if (resolved !== null) people.add(resolved.by);
    for (const { by, removedBy, text } of comments) {
      people.add(by);
      if (removedBy !== null) people.add(removedBy);
      for (const part of splitMentions(text)) if (part.kind === 'mention') people.add(part.participantId);
    }
  }
  return people;
}
