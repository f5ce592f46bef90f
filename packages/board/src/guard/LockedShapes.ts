import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { baseKey, readShape } from '../records/readShape.ts';
import type { ShapeState } from './restoreShapes.ts';

/** The locked shapes of a board as they are, kept so that they can be put back. */
export class LockedShapes {
  readonly #board: BoardDocument;
  readonly #states = new Map<string, ShapeState>();

  constructor(board: BoardDocument) {
    this.#board = board;
    this.update(board.shapes.keys());
  }

  /** Reads shapes again that changed. */
  update(shapeIds: Iterable<string>): void {
    for (const id of shapeIds) {
      const read = isLockedShape(this.#board, id) ? readShape(this.#board, id) : null;
      if (read?.ok === true) this.#states.set(id, read.value);
      else this.#states.delete(id);
    }
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
