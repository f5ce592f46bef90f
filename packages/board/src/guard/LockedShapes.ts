import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import type { Dirty } from '../records/DirtyRecords.ts';
import { baseKey, readShape } from '../records/readShape.ts';
import type { ShapeState } from './restoreShapes.ts';

/** The locked shapes of a board as they are, kept so that they can be put back. */
export class LockedShapes {
  readonly #board: BoardDocument;
  readonly #states = new Map<string, ShapeState>();

  constructor(board: BoardDocument) {
    this.#board = board;
    for (const id of board.shapes.keys()) this.#read(id);
  }

  /** Reads shapes again that changed. Most have only moved, and none becomes locked by that. */
  update({ shapes, maps }: Pick<Dirty, 'shapes' | 'maps'>): void {
    for (const id of shapes) if (maps.has(id) || this.#states.has(id)) this.#read(id);
  }

  #read(shapeId: string): void {
    const read = isLockedShape(this.#board, shapeId) ? readShape(this.#board, shapeId) : null;
    if (read?.ok === true) this.#states.set(shapeId, read.value);
    else this.#states.delete(shapeId);
  }

  /** A shape as it was when it was last read, or null when it was not locked. */
  get(shapeId: string): ShapeState | null {
    return this.#states.get(shapeId) ?? null;
  }
}

/** Whether a shape is locked, without reading the whole of it. */
export function isLockedShape(board: BoardDocument, shapeId: string): boolean {
  const map: unknown = board.shapes.get(shapeId);
  if (!(map instanceof Y.Map)) return false;
  const base = map.get(baseKey) as { isLocked?: unknown } | null | undefined;
  return (map.has('isLocked') ? map.get('isLocked') : base?.isLocked) === true;
}
