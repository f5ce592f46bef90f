import type { BoardDocument, BoardUndo } from '@common-ground/board';
import { RecordReader } from '@common-ground/board';
import type { Editor } from '@tldraw/tldraw';

/** What a page tells of its board to whoever looks at it from outside; everything in it is a copy. */
export interface BoardInspection {
  /** Records as tldraw has them, by id. */
  store(): unknown;
  /** Records as this browser's document has them, by id. */
  document(): unknown;
  /** The text in the open editor, and the shape it belongs to; null when none is open. */
  openText(): { readonly shapeId: string; readonly richText: unknown } | null;
  /** How many steps this person can take back. */
  undoDepth(): number;
  /** How often the store has taken in what others did. */
  mergeCount(): number;
}

declare global {
  interface Window {
    commonGroundInspection?: BoardInspection;
  }
}

/**
 * Lets tests and people who look for a fault compare what a browser shows with its document, when the page was opened
 * with `?inspect`. It only reads: who can run a script in the page could read as much without it.
 */
export function exposeInspection(canvas: Editor, board: BoardDocument, undo: BoardUndo): () => void {
  if (!new URLSearchParams(window.location.search).has('inspect')) return () => undefined;
  let merges = 0;
  const stopCounting = canvas.store.listen(() => (merges += 1), { source: 'remote', scope: 'document' });
  window.commonGroundInspection = {
    store: () => structuredClone(canvas.store.serialize('document')),
    document: () => documentOf(canvas, board),
    openText: () => {
      const textEditor = canvas.getRichTextEditor();
      const shapeId = canvas.getEditingShapeId();
      return textEditor === null || shapeId === null ? null : { shapeId, richText: textEditor.getJSON() };
    },
    undoDepth: () => undo.depth(),
    mergeCount: () => merges,
  };
  return () => {
    stopCounting();
    delete window.commonGroundInspection;
  };
}

function documentOf(canvas: Editor, board: BoardDocument): Readonly<Record<string, unknown>> {
  const { put } = new RecordReader(board, canvas.store.schema).readAll();
  return Object.fromEntries(put.map((record) => [record.id, structuredClone(record)]));
}
