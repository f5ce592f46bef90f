import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { MatrixPlace } from '../pasteBlock.ts';
import { copyBlock, pasteBlock } from '../pasteBlock.ts';
import { formatBlock, parseTable } from '../parseTable.ts';
import type { MatrixModel } from './useMatrix.ts';

/**
 * Copies from and pastes onto the place of the table that has the focus, as a spreadsheet does. Browsers send clipboard events
 * of a focused button to the body, so they are caught at the document, and before tldraw, which would copy the shape
 * or paste a text beside it. A name that is being typed keeps the browser's own copy and paste.
 */
export function useClipboard(
  panel: RefObject<HTMLElement | null>,
  { canEdit, edit, matrix, newId }: MatrixModel,
): void {
  useEffect(() => {
    const document = panel.current?.ownerDocument;
    const handle = (event: ClipboardEvent) => {
      const place = placeInFocus(panel.current);
      const { clipboardData, type } = event;
      if (place === null || clipboardData === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (type === 'copy') return clipboardData.setData('text/plain', formatBlock(copyBlock(matrix, place)));
      const block = parseTable(clipboardData.getData('text/plain'));
      if (canEdit) edit((newest) => pasteBlock(newest, place, block, newId).patch);
    };
    document?.addEventListener('copy', handle, true);
    document?.addEventListener('paste', handle, true);
    return () => {
      document?.removeEventListener('copy', handle, true);
      document?.removeEventListener('paste', handle, true);
    };
  }, [canEdit, edit, matrix, newId, panel]);
}

/** The place of the table that the focused element stands for; null when none of the panel has the focus. */
function placeInFocus(panel: HTMLElement | null): MatrixPlace | null {
  const focused = panel?.ownerDocument.activeElement ?? null;
  if (panel === null || focused === null || !panel.contains(focused)) return null;
  return placeOf(focused.getAttribute('data-at'));
}

/** Reads `row:column`, as `data-at` has it; null for anything else. */
export function placeOf(at: string | null): MatrixPlace | null {
  const [, row, column] = /^(-?\d+):(-?\d+)$/.exec(at ?? '') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
