import type { TLSchema } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardOrigins, openBoard } from '../document/BoardDocument.ts';
import { writeSchema } from '../migrate/migrateBoard.ts';

/** Id of the page that every board starts with. */
export const firstPageId = 'page:page';

/** The page that every board starts with, as it stands under its id. */
export const firstPage = { typeName: 'page', name: 'Page 1', index: 'a1', meta: {} } as const;

/** Id of tldraw's document record, one a board. */
export const documentRecordId = 'document:document';

/** tldraw's document record, as it stands under its id. */
export const documentRecord = { typeName: 'document', gridSize: 10, name: '', meta: {} } as const;

/** Puts into an empty document what every board has: tldraw's document record, one page, and the schema. */
export function startBoard(doc: Y.Doc, schema: TLSchema): void {
  const board = openBoard(doc);
  doc.transact(() => {
    board.records.set(documentRecordId, documentRecord);
    board.records.set(firstPageId, firstPage);
    writeSchema(board, schema);
  }, boardOrigins.load);
}
