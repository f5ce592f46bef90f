import type { BoardState } from '../state/BoardState.ts';
import type { Matrix } from './matrix.ts';
import { matrixOf } from './matrixOf.ts';
import { matrixPropSchemas, matrixShapeType } from './matrixWidget.ts';

/** A matrix on the board. */
export interface PlacedMatrix {
  readonly shapeId: string;
  readonly matrix: Matrix;
}

/** Every matrix of a state, in reading order; one whose variant is unknown is passed over, as the canvas does. */
export function matricesIn({ widgets }: Pick<BoardState, 'widgets'>): PlacedMatrix[] {
  return widgets.flatMap(({ meta, props, shapeId, type }) => {
    const variant = matrixPropSchemas.variant.safeParse(props['variant']);
    if (type !== matrixShapeType || !variant.success) return [];
    return [{ shapeId, matrix: matrixOf(shapeId, meta, variant.data) }];
  });
}
