import type * as Y from 'yjs';

/** Where a shape stands: x and y in px of its parent, rotation in radians. */
export type Position = readonly [x: number, y: number, rotation: number];

/** One element of the list; of several with the same key the last one in the list counts. */
export interface PositionEntry {
  readonly key: string;
  readonly val: Position;
}

/** px are kept to a hundredth and radians to a ten-thousandth: less than a pixel even at the far end of a large frame. */
const pxSteps = 100;
const radianSteps = 10_000;

/** The precision positions are kept in. */
export function roundPosition([x, y, rotation]: Position): Position {
  return [roundTo(x, pxSteps), roundTo(y, pxSteps), roundTo(rotation, radianSteps)];
}

function roundTo(value: number, steps: number): number {
  // Adding 0 turns -0 into 0, which JSON cannot tell apart.
  return Math.round(value * steps) / steps + 0;
}

/**
 * Positions of all shapes in one Y.Array of {key, val}. A new position is appended and the old entry deleted: deleted
 * neighbours merge into one struct whatever their key, so twenty thousand drags leave some 100 kB where a Y.Map would
 * leave megabytes. This is the layout of YKeyValue (y-utility), with an index instead of a scan per read, and one
 * scan per batch of writes. Entries that a concurrent writer left behind are removed by the next write of that key.
 */
export class Positions {
  readonly list: Y.Array<PositionEntry>;
  private index: Map<string, Position> | null = null;

  constructor(list: Y.Array<unknown>) {
    this.list = list as Y.Array<PositionEntry>;
    this.list.observe(() => {
      this.index = null;
    });
  }

  /** The position of a shape, or null when it has none or an unreadable one. */
  get(shapeId: string): Position | null {
    return this.indexed().get(shapeId) ?? null;
  }

  /** Ids of all shapes that have a position. */
  keys(): Iterable<string> {
    return this.indexed().keys();
  }

  /** Writes many positions with one pass over the list; those already written are skipped. Call inside a transaction. */
  setMany(positions: ReadonlyMap<string, Position>): void {
    const changed = new Map<string, Position>();
    for (const [key, position] of positions) {
      const rounded = roundPosition(position);
      const current = this.get(key);
      if (current === null || !samePosition(current, rounded)) changed.set(key, rounded);
    }
    if (changed.size === 0) return;
    this.removeEntries(changed);
    this.list.push([...changed].map(([key, val]) => ({ key, val })));
    this.index = null;
  }

  /** Removes the positions of many shapes. Call inside a transaction. */
  removeMany(shapeIds: ReadonlySet<string>): void {
    this.removeEntries(shapeIds);
    this.index = null;
  }

  private removeEntries(keys: { has(key: string): boolean }): void {
    const entries = this.list.toArray();
    for (let at = entries.length - 1; at >= 0; at--) {
      const key = keyOf(entries[at]);
      if (key !== null && keys.has(key)) this.list.delete(at, 1);
    }
  }

  private indexed(): Map<string, Position> {
    if (this.index === null) {
      this.index = new Map();
      for (const entry of this.list.toArray()) {
        const key = keyOf(entry);
        const position = parsePosition((entry as Partial<PositionEntry> | null)?.val);
        if (key !== null && position !== null) this.index.set(key, position);
      }
    }
    return this.index;
  }
}

/** The shape id of a list element that came from anywhere; null when it is not one. */
export function keyOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const key = (entry as Partial<PositionEntry>).key;
  return typeof key === 'string' ? key : null;
}

function parsePosition(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  if (!value.every((part) => typeof part === 'number')) return null;
  // Other programs may write more digits than we keep.
  const position = roundPosition(value as unknown as Position);
  return position.every(Number.isFinite) ? position : null;
}

/** Whether two positions are the same place. */
export function samePosition(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}
