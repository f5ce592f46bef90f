import type { Matrix, RowLetters } from './matrix.ts';
import { parseMatrix, parseStoredLetters } from './matrix.ts';
import { matrixKeys, parseMatrixKey } from './matrixKeys.ts';
import type { MatrixLetter, MatrixVariant } from './variants.ts';

type Meta = Readonly<Record<string, unknown>>;

/** A matrix and the meta it was read from. */
interface Reading {
  readonly meta: Meta;
  readonly matrix: Matrix;
}

/** What was read from a meta; tldraw never changes a meta, it replaces it. */
const known = new WeakMap<Meta, Matrix>();
/** The last reading of each matrix, of those that were looked at last. */
const newest = new Map<string, Reading>();
const keptReadings = 8;

/**
 * The matrix in a shape's meta, read once for each of its states: geometry, drawing, rules and edits all ask for it. Where
 * nothing but letters changed since the last reading only their rows are read again, and all else is the very same:
 * it is so at nearly every key that somebody presses, and a large matrix has thousands of cells.
 */
export function matrixOf(shapeId: string, meta: Meta, variant: MatrixVariant): Matrix {
  const before = known.get(meta);
  if (before?.variant === variant) return before;
  const last = newest.get(shapeId);
  const matrix =
    (last?.matrix.variant === variant ? readLetters(last, meta) : null) ?? parseMatrix(meta, variant);
  known.set(meta, matrix);
  remember(shapeId, { meta, matrix });
  return matrix;
}

function remember(shapeId: string, reading: Reading): void {
  newest.delete(shapeId);
  newest.set(shapeId, reading);
  for (const oldest of newest.keys()) {
    if (newest.size <= keptReadings) return;
    newest.delete(oldest);
  }
}

/** The matrix of a newer meta, from the last one; null when more than letters changed, or some cannot be read. */
function readLetters({ meta: before, matrix }: Reading, meta: Meta): Matrix | null {
  const rows = new Map<string, Map<string, readonly MatrixLetter[]>>();
  const settled = new Map(matrix.settled);
  for (const key of changedKeys(before, meta)) {
    const change = parseChange(key, meta[key], matrix);
    if (change === null) return null;
    const { kind, rowId, columnId, letters } = change;
    if (kind === 'settled') setOrDelete(settled, matrixKeys.cell(rowId, columnId), letters);
    else {
      const row = rows.get(rowId) ?? new Map(matrix.cells.get(rowId));
      rows.set(rowId, setOrDelete(row, columnId, letters?.length === 0 ? null : letters));
    }
  }
  const cells = new Map<string, RowLetters>(matrix.cells);
  for (const [rowId, row] of rows) setOrDelete(cells, rowId, row.size === 0 ? null : row);
  return { ...matrix, cells, settled };
}

function changedKeys(before: Meta, after: Meta): string[] {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) changed.push(key);
  return changed;
}

/** What a changed key says of a cell; letters are null once the key is gone. Null for any other key or value. */
function parseChange(key: string, value: unknown, { faults, variant }: Matrix) {
  const about = parseMatrixKey(key);
  if (about?.kind !== 'cell' && about?.kind !== 'settled') return null;
  if (faults.some((fault) => fault.key === key)) return null;
  if (value === null || value === undefined) return { ...about, letters: null };
  const letters = typeof value === 'string' ? parseStoredLetters(value, variant) : null;
  return letters === null ? null : { ...about, letters };
}

function setOrDelete<K, V>(map: Map<K, V>, key: K, value: V | null): Map<K, V> {
  if (value === null) map.delete(key);
  else map.set(key, value);
  return map;
}
