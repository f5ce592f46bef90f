import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { Matrix } from '../matrix.ts';
import { formatBlock, parseTable } from '../parseTable.ts';
import type { MatrixRange } from '../matrixRange.ts';
import { rangeBetween } from '../matrixRange.ts';
import { clearRange, copyRange, pasteOnto } from '../rangeEdits.ts';
import { placeOf } from './placeOf.ts';
import type { RangeSelection } from './RangeSelection.ts';
import type { MatrixModel } from './useMatrix.ts';

/**
 * Copies and cuts what is selected in the table and pastes onto it, as a spreadsheet does. Browsers send clipboard events
 * of a focused button to the body, so they are caught at the document, and before tldraw, which would copy the shape
 * or paste a text beside it. A name that is being typed keeps the browser's own copy and paste.
 */
export function useClipboard(
  panel: RefObject<HTMLElement | null>,
  { canEdit, edit, matrix, newId }: MatrixModel,
  selection: RangeSelection,
): void {
  useEffect(() => {
    const document = panel.current?.ownerDocument;
    const handle = (event: ClipboardEvent) => {
      const range = rangeInFocus(panel.current, selection, matrix);
      const { clipboardData, type } = event;
      if (range === null || clipboardData === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (type === 'paste') {
        const block = parseTable(clipboardData.getData('text/plain'));
        if (canEdit) edit((newest) => pasteOnto(newest, range, block, newId).patch);
        return;
      }
      clipboardData.setData('text/plain', formatBlock(copyRange(matrix, range)));
      if (type === 'cut' && canEdit) edit((newest) => clearRange(newest, range));
    };
    for (const type of clipboardTypes) document?.addEventListener(type, handle, true);
    return () => {
      for (const type of clipboardTypes) document?.removeEventListener(type, handle, true);
    };
  }, [canEdit, edit, matrix, newId, panel, selection]);
}

const clipboardTypes = ['copy', 'cut', 'paste'] as const;

/** What is selected, or the one place that has the focus; null when none of the table has it, as while a name is typed. */
function rangeInFocus(
  panel: HTMLElement | null,
  selection: RangeSelection,
  matrix: Matrix,
): MatrixRange | null {
  const focused = panel?.ownerDocument.activeElement ?? null;
  if (panel === null || focused === null || !panel.contains(focused)) return null;
  const place = placeOf(focused.getAttribute('data-at'));
  return place === null ? null : (selection.rangeIn(matrix) ?? rangeBetween(place, place));
}
