import type { ParticipantId } from './ids.ts';

/** A piece of a comment: plain words, or somebody's id. */
export type CommentPart =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'mention'; readonly participantId: ParticipantId };

const mention = /@\[([A-Za-z0-9_-]{1,64})\]/g;

/** How somebody is mentioned in the text of a comment: by id, so that it follows them when they change their name. */
export function mentionOf(participantId: ParticipantId): string {
  return `@[${participantId}]`;
}

/** A comment's text taken apart, in order; an id may be nobody's, which the reader has to look up. */
export function splitMentions(text: string): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const found of text.matchAll(mention)) {
    if (found.index > end) parts.push({ kind: 'words', words: text.slice(end, found.index) });
    parts.push({ kind: 'mention', participantId: found[1] as ParticipantId });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ kind: 'words', words: text.slice(end) });
  return parts;
}

/** Whether a comment's text mentions this participant. */
export function mentions(text: string, participantId: ParticipantId): boolean {
  return text.includes(mentionOf(participantId));
}
