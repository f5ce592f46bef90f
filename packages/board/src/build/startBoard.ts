import type { TLSchema } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardOrigins, openBoard } from '../document/BoardDocument.ts';
import { documentRecord, documentRecordId, firstPage, firstPageId } from '../document/essentials.ts';
import { writeSchema } from '../migrate/migrateBoard.ts';

/** Puts into an empty document what every board has: tldraw's document record, one page, and the schema. */
export function startBoard(doc: Y.Doc, schema: TLSchema): void {
  const board = openBoard(doc);
  doc.transact(() => {
    board.records.set(documentRecordId, documentRecord);
    board.records.set(firstPageId, firstPage);
    writeSchema(board, schema);
  }, boardOrigins.load);
}
