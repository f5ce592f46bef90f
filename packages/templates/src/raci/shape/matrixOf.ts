import type { Matrix } from '../matrix.ts';
import { parseMatrix } from '../matrix.ts';
import type { MatrixShape } from './MatrixShape.ts';

/** What was read from a meta; tldraw never changes a meta, it replaces it. */
const known = new WeakMap<MatrixShape['meta'], Matrix>();

/** The matrix in a shape, read once for each of its states: geometry, drawing and edits all ask for it. */
export function matrixOf({ meta, props }: Pick<MatrixShape, 'meta' | 'props'>): Matrix {
  const before = known.get(meta);
  if (before?.variant === props.variant) return before;
  const matrix = parseMatrix(meta, props.variant);
  known.set(meta, matrix);
  return matrix;
}
