import type { TLBaseShape } from '@tldraw/tldraw';
import type { matrixShapeType, MatrixProps } from '../matrixWidget.ts';

/** The matrix as a shape of the canvas; rows, columns and cells stand in its meta (matrixKeys.ts). */
export type MatrixShape = TLBaseShape<typeof matrixShapeType, MatrixProps>;
