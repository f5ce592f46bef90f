import type { TLShape } from '@tldraw/tlschema';
import type { BoardDocument } from '../document/BoardDocument.ts';
import type { Position } from '../document/Positions.ts';
import { positionOf } from '../records/anchor.ts';
import { readShape } from '../records/readShape.ts';
import { sameJson } from '../records/sameJson.ts';
import { createShape, updateShape } from '../records/writeShape.ts';

/** A shape as `readShape` puts it together: plain data that nobody has checked. */
export type ShapeState = Readonly<Record<string, unknown>>;

/**
 * Makes shapes what they were before (null: not there). Keys and characters that did not change are left alone, so that
 * others' work on them goes on. Returns how many had to be changed. Call inside a transaction.
 */
export function restoreShapes(board: BoardDocument, states: ReadonlyMap<string, ShapeState | null>): number {
  const places = new Map<string, Position>();
  const gone = new Set<string>();
  for (const [id, before] of states) {
    if (before === null) {
      if (board.shapes.has(id) || board.positions.get(id) !== null) gone.add(id);
    } else if (restoreShape(board, id, before)) {
      places.set(id, positionOf(before as unknown as TLShape));
    }
  }
  for (const id of gone) board.shapes.delete(id);
  if (gone.size > 0) board.positions.removeMany(gone);
  board.positions.setMany(places);
  return places.size + gone.size;
}

/** But for its place, which the caller writes; true if anything was different. */
function restoreShape(board: BoardDocument, shapeId: string, before: ShapeState): boolean {
  const read = readShape(board, shapeId);
  if (read.ok && sameJson(read.value, before)) return false;
  const shape = before as unknown as TLShape;
  if (read.ok) updateShape(board, read.value as unknown as TLShape, shape, false);
  // Whoever replaced the base itself has changed more than keys beside it can say.
  if (!isRestored(board, shapeId, before)) createShape(board, shape);
  return true;
}

function isRestored(board: BoardDocument, shapeId: string, before: ShapeState): boolean {
  const read = readShape(board, shapeId);
  if (!read.ok) return false;
  const { x, y, rotation } = before;
  return sameJson({ ...read.value, x, y, rotation }, before);
}
