import type { TLRichText } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { boardOrigins, type BoardDocument } from '../document/BoardDocument.ts';
import { textKey } from '../records/readShape.ts';
import { isSharedText, writeRichText } from './richText.ts';

/** The text of a shape in the document; null when the shape is gone or has none that can be written. */
export function sharedTextOf(board: BoardDocument, shapeId: string): Y.Text | null {
  const map: unknown = board.shapes.get(shapeId);
  const text = map instanceof Y.Map ? map.get(textKey) : null;
  return isSharedText(text) ? text : null;
}

/**
 * The text of a shape for an editor to be bound to. Another program may have left it in the base record, or in the
 * form of older boards: it gets one first, which is nobody's edit. Null when the shape is gone.
 */
export function openSharedText(board: BoardDocument, shapeId: string, richText: TLRichText): Y.Text | null {
  const map: unknown = board.shapes.get(shapeId);
  if (!(map instanceof Y.Map)) return null;
  const known = sharedTextOf(board, shapeId);
  if (known !== null) return known;
  const text = new Y.Text();
  board.doc.transact(() => {
    map.set(textKey, text);
    writeRichText(text, richText);
  }, boardOrigins.derived);
  return text;
}
