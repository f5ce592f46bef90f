import type { TLSchema, TLShape } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { firstPageId } from '../build/startBoard.ts';
import { boardOrigins, openBoard } from '../document/BoardDocument.ts';
import type { Position } from '../document/Positions.ts';
import { RecordReader } from '../records/RecordReader.ts';

/**
 * Writes into the document what every reader decides anyway, so that the next edit builds on it: a page if there is
 * none, shapes without a sound place at home, empty groups gone. Records that do not validate are left alone: a newer
 * program may be able to read them. Only the server does so. Returns how many shapes were put right.
 */
export function repairBoard(doc: Y.Doc, schema: TLSchema): number {
  const board = openBoard(doc);
  if (![...board.records.keys()].some((id) => id.startsWith('page:'))) {
    doc.transact(() => {
      board.records.set(firstPageId, { typeName: 'page', name: 'Page 1', index: 'a1', meta: {} });
    }, boardOrigins.repair);
  }
  const reader = new RecordReader(board, schema);
  reader.readAll();
  const settled = reader.settledShapes();
  if (settled.size === 0) return 0;
  doc.transact(() => {
    const positions = new Map<string, Position>();
    const gone = new Set<string>();
    for (const [id, place] of settled) {
      if (place.kind === 'gone') {
        board.shapes.delete(id);
        gone.add(id);
      } else {
        board.shapes.get(id)?.set('parentId', place.parentId as TLShape['parentId']);
        positions.set(id, [place.x, place.y, place.rotation]);
      }
    }
    board.positions.setMany(positions);
    board.positions.removeMany(gone);
  }, boardOrigins.repair);
  return settled.size;
}
