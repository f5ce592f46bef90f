import { boardOrigins, openBoard } from '../document/BoardDocument.ts';
import { writeSchema } from '../migrate/migrateBoard.ts';
import type { TLSchema } from '@tldraw/tlschema';
import type * as Y from 'yjs';

/** Id of the page that every board starts with. */
export const firstPageId = 'page:page';

/** Puts into an empty document what every board has: tldraw's document record, one page, and the schema. */
export function startBoard(doc: Y.Doc, schema: TLSchema): void {
  const board = openBoard(doc);
  doc.transact(() => {
    board.records.set('document:document', { typeName: 'document', gridSize: 10, name: '', meta: {} });
    board.records.set(firstPageId, { typeName: 'page', name: 'Page 1', index: 'a1', meta: {} });
    writeSchema(board, schema);
  }, boardOrigins.load);
}
