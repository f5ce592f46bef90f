import type * as Y from 'yjs';
import { launchPrefix } from '../build/launches.ts';
import { boardOrigins, openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { restoreShapes, type ShapeState } from '../guard/restoreShapes.ts';
import { readShape } from '../records/readShape.ts';
import { sameJson } from '../records/sameJson.ts';
import type { CanvasContent } from './CanvasContent.ts';

/**
 * Makes a canvas what it was, as a forward edit in one transaction: only what differs is touched, key by key and character by
 * character, so that what others do at the same time merges with it. What came since goes, what went comes back under
 * its old id; what nobody can read stays. The content has to be in the present schema (`upToDate`). Returns how many records
 * had to be changed.
 */
export function restoreCanvas(doc: Y.Doc, content: CanvasContent): number {
  const board = openBoard(doc);
  const shapes = new Map<string, ShapeState | null>();
  const records = new Map<string, Readonly<Record<string, unknown>>>();
  for (const record of [...content.records, ...content.setAside] as readonly ShapeState[]) {
    const { id, ...rest } = record;
    if (record['typeName'] === 'shape') shapes.set(String(id), record);
    else records.set(String(id), rest);
  }
  for (const id of board.shapes.keys()) {
    if (!shapes.has(id) && readShape(board, id).ok) shapes.set(id, null);
  }
  let count = 0;
  doc.transact(() => {
    count = restoreRecords(board, records) + restoreShapes(board, shapes);
    restoreLaunches(board, content.launches);
  }, boardOrigins.restore);
  return count;
}

function restoreRecords(
  board: BoardDocument,
  records: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): number {
  let count = 0;
  for (const id of board.records.keys()) {
    if (records.has(id)) continue;
    board.records.delete(id);
    count += 1;
  }
  for (const [id, record] of records) {
    if (sameJson(board.records.get(id), record)) continue;
    board.records.set(id, record);
    count += 1;
  }
  return count;
}

function restoreLaunches(board: BoardDocument, launches: CanvasContent['launches']): void {
  for (const key of board.meta.keys()) {
    if (key.startsWith(launchPrefix) && !Object.hasOwn(launches, key)) board.meta.delete(key);
  }
  for (const [key, launch] of Object.entries(launches)) {
    if (!sameJson(board.meta.get(key), launch)) board.meta.set(key, launch);
  }
}
