import type { TLSchema, TLShape } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { documentRecord, documentRecordId, firstPage, firstPageId } from '../document/essentials.ts';
import type { Position } from '../document/Positions.ts';
import { positionOf } from '../records/anchor.ts';
import { RecordReader } from '../records/RecordReader.ts';
import { parentIdOf } from '../records/readShape.ts';
import type { Settled } from '../tree/settleTree.ts';

/**
 * Writes into the document what every reader decides anyway, so that the next edit builds on it: a page if there is
 * none, shapes without a sound place at home, empty groups gone. Records that do not validate are left alone, and so
 * is what hangs together with them: a newer program may be able to read them, and then all is as it was. Only the
 * server does so. Returns how many shapes were put right.
 */
export function repairBoard(doc: Y.Doc, schema: TLSchema): number {
  const board = openBoard(doc);
  const reader = new RecordReader(board, schema);
  reader.readAll();
  let places: ReadonlyMap<string, Settled> = new Map();
  doc.transact(() => {
    if (restoreEssentials(board, reader)) reader.readAll();
    places = placesToWrite(board, reader);
    writePlaces(board, reader, places);
  }, boardOrigins.repair);
  return places.size;
}

/** Puts back what a board cannot be without; true when it did. */
function restoreEssentials(board: BoardDocument, reader: RecordReader): boolean {
  const isSound = (id: string) => reader.shownRecord(id) !== null;
  const lacksDocument = !isSound(documentRecordId);
  const lacksPage = ![...board.records.keys()].some((id) => id.startsWith('page:') && isSound(id));
  if (lacksDocument) board.records.set(documentRecordId, documentRecord);
  if (lacksPage) board.records.set(firstPageId, firstPage);
  return lacksDocument || lacksPage;
}

/** Without the shapes that only seem to have lost their parent or members, because those are set aside. */
function placesToWrite(board: BoardDocument, reader: RecordReader): ReadonlyMap<string, Settled> {
  const waiting = new Set<string>();
  for (const id of reader.faults.keys()) {
    const parentId = parentIdOf(board, id);
    for (const kept of [id, parentId]) if (kept !== null && board.shapes.has(kept)) waiting.add(kept);
  }
  return new Map(
    [...reader.settledShapes()].filter(
      ([id]) => !waiting.has(id) && !waiting.has(parentIdOf(board, id) ?? ''),
    ),
  );
}

function writePlaces(board: BoardDocument, reader: RecordReader, places: ReadonlyMap<string, Settled>): void {
  const positions = new Map<string, Position>();
  const gone = new Set<string>();
  for (const [id, place] of places) {
    if (place.kind === 'gone') {
      board.shapes.delete(id);
      gone.add(id);
    } else {
      board.shapes.get(id)?.set('parentId', place.parentId as TLShape['parentId']);
      const shown = reader.shownRecord(id) as TLShape | null;
      if (shown !== null) positions.set(id, positionOf(shown));
    }
  }
  board.positions.setMany(positions);
  board.positions.removeMany(gone);
}
