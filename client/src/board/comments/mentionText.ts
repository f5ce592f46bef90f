import { mentionOf, splitMentions, type ParticipantId } from '@common-ground/protocol';

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: ParticipantId;
  readonly name: string;
}

/** A comment as it stands in its field, where people read names: `@Anna` for `@[id]`. */
export function toField(text: string, people: readonly Mentionable[]): string {
  const parts = splitMentions(text).map((part) => {
    if (part.kind === 'words') return part.words;
    const person = people.find(({ id }) => id === part.participantId);
    return person ? `@${person.name}` : mentionOf(part.participantId);
  });
  return parts.join('');
}

/**
 * The text to send for what stands in the field: the names of those who were picked become mentions. Longer names first, so
 * that "@Anna Berg" is not Anna.
 */
export function fromField(field: string, picked: readonly Mentionable[]): string {
  const longestFirst = picked.toSorted((a, b) => b.name.length - a.name.length);
  let text = field;
  for (const { id, name } of longestFirst) text = text.replaceAll(`@${name}`, mentionOf(id));
  return text;
}

/** What is being typed after an @ right before the caret, and where the @ is; null when nobody is being looked for. */
export function mentionSearch(
  field: string,
  caret: number,
): { readonly at: number; readonly word: string } | null {
  const found = /(?:^|[\s(])@([^\s@][^@\n]{0,30}|)$/u.exec(field.slice(0, caret));
  if (!found) return null;
  const word = found[1] ?? '';
  return { at: caret - word.length - 1, word };
}

/** Up to five people whose name, or a part of it, begins with the word. */
export function matching<T extends Mentionable>(people: readonly T[], word: string): readonly T[] {
  const wanted = word.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const lower = name.toLocaleLowerCase();
      return lower.startsWith(wanted) || lower.split(/\s+/u).some((part) => part.startsWith(wanted));
    })
    .slice(0, 5);
}
