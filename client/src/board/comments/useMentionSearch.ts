import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { CommentAuthor } from './CommentsContext.tsx';
import { matching, mentionSearch } from './mentionText.ts';

/** Looks for people while an @ and the beginning of a name stand before the caret. */
export function useMentionSearch(
  text: string,
  people: readonly CommentAuthor[],
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const search = mentionSearch(text, caret);
  const isOpen = search !== null && search.at !== closedAt;
  const candidates = isOpen ? matching(people, search.word) : [];
  // A name that stands there whole is found, and Enter is Enter again.
  const found = candidates.some(({ name }) => name === search?.word) ? [] : candidates;
  const at = Math.min(active, Math.max(0, found.length - 1));

  /** The text with the person's name in place of what was typed; the caret goes behind it. */
  const pick = (person: CommentAuthor): string => {
    const start = search?.at ?? caret;
    const name = `@${person.name} `;
    const next = text.slice(0, start) + name + text.slice(caret).replace(/^ /, '');
    const behind = start + name.length;
    setCaret(behind);
    setActive(0);
    requestAnimationFrame(() => field.current?.setSelectionRange(behind, behind));
    return next;
  };
  /** Deals with a key that is the list's, and answers the new text when somebody was picked. */
  const handleKey = (event: KeyboardEvent): string | null => {
    const person = found[at];
    if (person === undefined || event.ctrlKey || event.metaKey) return null;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        setActive((at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
        return null;
      case 'Enter':
      case 'Tab':
        event.preventDefault();
        return pick(person);
      case 'Escape':
        event.preventDefault();
        setClosedAt(search?.at ?? null);
        return null;
      default:
        return null;
    }
  };
  return {
    found,
    active: at,
    activeId: (listId: string) => (found.length > 0 ? `${listId}-${at}` : undefined),
    pick,
    handleKey,
    handleCaret: () => setCaret(field.current?.selectionStart ?? 0),
  };
}
