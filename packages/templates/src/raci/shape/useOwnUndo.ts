import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { MatrixModel } from './useMatrix.ts';

/** Ctrl or Cmd with Z takes back what was filled into the own view, with Shift as well, or with Y, it does so again; elsewhere the canvas undoes and redoes. */
export function useOwnUndo(
  panel: RefObject<HTMLElement | null>,
  { writing, undoOwn, redoOwn }: Pick<MatrixModel, 'writing' | 'undoOwn' | 'redoOwn'>,
): void {
  const isOwn = writing !== null;
  useEffect(() => {
    const target = panel.current;
    if (!isOwn) return undefined;
    const handle = (event: KeyboardEvent) => {
      const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
      if ((key !== 'z' && key !== 'y') || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 'z' && !event.shiftKey) undoOwn();
      else redoOwn();
    };
    target?.addEventListener('keydown', handle);
    return () => target?.removeEventListener('keydown', handle);
  }, [panel, isOwn, undoOwn, redoOwn]);
}
