import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { MatrixModel } from './useMatrix.ts';

/** Ctrl or Cmd with Z takes back what was filled into the own view; elsewhere it stays the canvas's undo. */
export function useOwnUndo(
  panel: RefObject<HTMLElement | null>,
  { writing, undoOwn }: Pick<MatrixModel, 'writing' | 'undoOwn'>,
): void {
  const isOwn = writing !== null;
  useEffect(() => {
    const target = panel.current;
    if (!isOwn) return undefined;
    const handle = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      undoOwn();
    };
    target?.addEventListener('keydown', handle);
    return () => target?.removeEventListener('keydown', handle);
  }, [panel, isOwn, undoOwn]);
}
