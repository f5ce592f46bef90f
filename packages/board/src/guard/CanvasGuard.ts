import type * as Y from 'yjs';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import { DirtyRecords, type Dirty } from '../records/DirtyRecords.ts';
import { readShape } from '../records/readShape.ts';
import { sameJson } from '../records/sameJson.ts';
import { isLockedShape, LockedShapes } from './LockedShapes.ts';
import { restoreShapes, type ShapeState } from './restoreShapes.ts';
import { Shadow } from './Shadow.ts';

/**
 * What somebody may change of a canvas. `unlocked`: everything but locked shapes, and which shapes are locked. `notes`: notes
 * that are not locked. `nothing`: nothing.
 */
export type CanvasLimit = 'unlocked' | 'notes' | 'nothing';

/**
 * Puts back what people change without the right to, shape by shape: what else they did in the same stroke stays. It
 * listens to the document, and remembers as little as the limit allows: of an open canvas its locked shapes only, else a
 * copy of the document.
 */
export class CanvasGuard {
  readonly #board: BoardDocument;
  readonly #dirty: DirtyRecords;
  readonly #locked: LockedShapes;
  #shadow: Shadow | null = null;

  constructor(doc: Y.Doc) {
    this.#board = openBoard(doc);
    this.#dirty = new DirtyRecords(this.#board, () => undefined);
    this.#locked = new LockedShapes(this.#board);
  }

  /** Remembers what is there, before edits under the limit are applied. */
  beforeEdits(limit: CanvasLimit): void {
    this.#locked.update(this.#dirty.take());
    if (limit === 'unlocked') {
      this.#shadow?.dispose();
      this.#shadow = null;
    } else {
      this.#shadow ??= new Shadow(this.#board.doc);
      this.#shadow.standStill();
    }
  }

  /** Puts back what edits since {@link beforeEdits} changed against the limit; true if anything. Call inside a transaction. */
  putBack(limit: CanvasLimit): boolean {
    const touched = this.#dirty.take();
    const count = limit === 'unlocked' ? this.#putBackLocked(touched) : this.#putBackStrictly(touched, limit);
    this.#locked.update(touched);
    return count > 0;
  }

  #putBackLocked({ shapes, maps }: Dirty): number {
    const states = new Map<string, ShapeState>();
    let unlocked = 0;
    for (const id of shapes) {
      const before = this.#locked.get(id);
      if (before !== null) states.set(id, before);
      else if (maps.has(id) && isLockedShape(this.#board, id)) unlocked += this.#unlock(id);
    }
    return unlocked + restoreShapes(this.#board, withoutFollowers(this.#board, states));
  }

  /** Only facilitators lock; what else was done to the shape stays. */
  #unlock(shapeId: string): number {
    this.#board.shapes.get(shapeId)?.set('isLocked', false);
    return 1;
  }

  #putBackStrictly({ shapes, records }: Dirty, limit: 'notes' | 'nothing'): number {
    const shadow = this.#shadow;
    if (shadow === null) throw new Error('the guard was not told of the edits before they were applied');
    const states = new Map([...shapes].map((id) => [id, stateOf(shadow.board, id)]));
    if (limit === 'notes') {
      for (const [id, before] of states)
        if (isNotesOnly(before, stateOf(this.#board, id)) && !isUnreadable(this.#board, id))
          states.delete(id);
    }
    let count = restoreShapes(this.#board, states);
    for (const id of records) count += restoreRecord(this.#board, id, shadow.board.records.get(id));
    return count;
  }

  /** To be called when the transaction of {@link putBack} is over. */
  afterEdits(): void {
    this.#shadow?.goOn();
  }
}

function stateOf(board: BoardDocument, shapeId: string): ShapeState | null {
  const read = readShape(board, shapeId);
  return read.ok ? read.value : null;
}

/**
 * Without shapes that went with their parent: who may delete a section deletes what is fixed to it, too, and a prompt that
 * came back without its section would lie about on the page.
 */
function withoutFollowers(
  board: BoardDocument,
  states: ReadonlyMap<string, ShapeState>,
): ReadonlyMap<string, ShapeState> {
  const staying = new Map(states);
  for (;;) {
    const { size } = staying;
    for (const [id, state] of staying) {
      const parentId = String(state['parentId']);
      const hasParent = !parentId.startsWith('shape:') || board.shapes.has(parentId) || staying.has(parentId);
      if (!board.shapes.has(id) && !hasParent) staying.delete(id);
    }
    if (staying.size === size) return staying;
  }
}

function isUnreadable(board: BoardDocument, shapeId: string): boolean {
  return board.shapes.has(shapeId) && stateOf(board, shapeId) === null;
}

/** Whether a change is one from note to note, or of one that comes or goes, and locks nothing. */
function isNotesOnly(before: ShapeState | null, after: ShapeState | null): boolean {
  return [before, after].every(
    (state) => state === null || (state['type'] === 'note' && state['isLocked'] !== true),
  );
}

function restoreRecord(board: BoardDocument, id: string, before: unknown): number {
  if (sameJson(board.records.get(id), before)) return 0;
  if (before === undefined) board.records.delete(id);
  else board.records.set(id, before);
  return 1;
}
