import type { TLRichText } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { boardOrigins, type BoardDocument } from '../document/BoardDocument.ts';
import { textKey } from '../records/readShape.ts';
import { writeRichText } from './richText.ts';

/** The text of a shape in the document; null when the shape is gone or has none. */
export function textFragmentOf(board: BoardDocument, shapeId: string): Y.XmlFragment | null {
  const map: unknown = board.shapes.get(shapeId);
  const fragment = map instanceof Y.Map ? map.get(textKey) : null;
  return fragment instanceof Y.XmlFragment ? fragment : null;
}

/**
 * The text of a shape for an editor to be bound to. Another program may have left the text in the base record: it
 * gets a fragment first, which is nobody's edit. Null when the shape is gone.
 */
export function openTextFragment(
  board: BoardDocument,
  shapeId: string,
  richText: TLRichText,
): Y.XmlFragment | null {
  const map: unknown = board.shapes.get(shapeId);
  if (!(map instanceof Y.Map)) return null;
  const known = textFragmentOf(board, shapeId);
  if (known !== null) return known;
  const fragment = new Y.XmlFragment();
  board.doc.transact(() => {
    map.set(textKey, fragment);
    writeRichText(board.doc, fragment, richText);
  }, boardOrigins.derived);
  return fragment;
}
