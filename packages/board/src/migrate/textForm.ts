import type { SerializedSchemaV2 } from '@tldraw/store';
import type { TLRichText, TLSchema } from '@tldraw/tlschema';
import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { readShape, textKey } from '../records/readShape.ts';
import { writeText } from '../records/writeShape.ts';
import { isSharedText } from '../text/richText.ts';

/**
 * In which form a document keeps the texts of shapes, beside tldraw's own sequences. Without it, or 0: elements for paragraphs.
 * 1: linear. A page that does not know it takes the document for one of a newer program, and asks to be loaded again.
 */
const textForm = { 'common-ground.text': 1 } as const;

/** The versions of everything that a document of this program holds. */
export function serializedVersions(schema: TLSchema): SerializedSchemaV2 {
  const serialized = schema.serialize();
  return { ...serialized, sequences: { ...serialized.sequences, ...textForm } };
}

/**
 * Brings every text into the form of today. A text that cannot be read stays as it is. Call inside a transaction.
 */
export function migrateTexts(board: BoardDocument): void {
  for (const [id, map] of board.shapes.entries()) {
    if (!(map instanceof Y.Map) || !map.has(textKey) || isSharedText(map.get(textKey))) continue;
    const read = readShape(board, id);
    const richText = read.ok ? (read.value['props'] as { richText?: TLRichText }).richText : undefined;
    if (richText !== undefined) writeText(map, richText);
  }
}
