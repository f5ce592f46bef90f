import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react';
import { useEffect } from 'react';

/**
 * Keeps the keys that are pressed in an element from tldraw, which would change tools by letters and delete shapes.
 * It listens in two places: at its container, before React hears of a key (it takes Escape there and moves the focus
 * away), where it passes over events marked as killed; and at the body, after React. Keys with Ctrl or Cmd go on, so
 * that undo and the app's own shortcuts work from within. Answers with what to spread on the element.
 */
export function useOwnKeys(element: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const target = element.current;
    const markAsKilled = (event: KeyboardEvent) => void Object.assign(event, { isKilled: true });
    target?.addEventListener('keydown', markAsKilled);
    return () => target?.removeEventListener('keydown', markAsKilled);
  }, [element]);
  return ownKeys;
}

const ownKeys = {
  onKeyDown: (event: ReactKeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  },
};
