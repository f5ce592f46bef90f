import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { roundPosition, samePosition, type Position } from '../document/Positions.ts';
import { positionOf } from './anchor.ts';
import { sameJson } from './sameJson.ts';
import { createShape, updateShape } from './writeShape.ts';

/**
 * Writes a store's changes into the document, key by key, in one go. `isTextMounted` names shapes whose open editor
 * writes their text itself. Call inside a transaction.
 */
export function writeChanges(
  board: BoardDocument,
  changes: RecordsDiff<TLRecord>,
  isTextMounted: (shapeId: string) => boolean = () => false,
): void {
  const moved = new Map<string, Position>();
  for (const record of Object.values(changes.added)) {
    if (record.typeName === 'shape') {
      createShape(board, record);
      moved.set(record.id, positionOf(record));
    } else {
      board.records.set(record.id, withoutId(record));
    }
  }
  for (const [from, to] of Object.values(changes.updated)) {
    if (to.typeName === 'shape') writeUpdatedShape(board, from as TLShape, to, isTextMounted(to.id), moved);
    else writeRecord(board, to);
  }
  board.positions.setMany(moved);
  removeRecords(board, Object.values(changes.removed));
}

function writeUpdatedShape(
  board: BoardDocument,
  from: TLShape,
  to: TLShape,
  isTextMounted: boolean,
  moved: Map<string, Position>,
): void {
  updateShape(board, from, to, isTextMounted);
  const position = roundPosition(positionOf(to));
  if (!samePosition(position, roundPosition(positionOf(from)))) moved.set(to.id, position);
}

function writeRecord(board: BoardDocument, record: TLRecord): void {
  const value = withoutId(record);
  if (!sameJson(board.records.get(record.id), value)) board.records.set(record.id, value);
}

function removeRecords(board: BoardDocument, removed: readonly TLRecord[]): void {
  const shapeIds = new Set<string>();
  for (const record of removed) {
    if (record.typeName === 'shape') shapeIds.add(record.id);
    else board.records.delete(record.id);
  }
  if (shapeIds.size === 0) return;
  for (const shapeId of shapeIds) board.shapes.delete(shapeId);
  board.positions.removeMany(shapeIds);
}

/** The id is the key already. */
function withoutId(record: TLRecord): Readonly<Record<string, unknown>> {
  const { id: _id, ...rest } = record;
  return rest;
}
