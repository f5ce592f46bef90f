import type { WidgetItem } from '@common-ground/board';
import { z } from 'zod';
import type { Drawing, Primitive } from '../preview/drawing.ts';
import type { Widget } from '../widget.ts';
import { parseMatrix } from './matrix.ts';
import { matrixGeometry, matrixSizes } from './matrixGeometry.ts';
import type { MatrixVariant } from './variants.ts';
import { variants } from './variants.ts';

/** The shape type of the matrix on the canvas. */
export const matrixShapeType = 'responsibility-matrix';

/** The props of a matrix: the width it is wished to have, and its variant. All else stands in its meta. */
export interface MatrixProps {
  readonly w: number;
  readonly variant: MatrixVariant;
}

/** One schema a prop. */
export const matrixPropSchemas = {
  w: z.number().positive().max(100_000),
  variant: z.enum(variants),
} as const;

const matrixPropsSchema = z.object(matrixPropSchemas);

/** The matrix as a custom shape of the canvas. */
export const matrixWidget: Widget = {
  type: matrixShapeType,
  props: matrixPropSchemas,
  sketch: sketchMatrix,
};

/** Head, rows and columns as a grid, with the row names hinted at by lines. */
function sketchMatrix(item: WidgetItem): Drawing {
  const props = matrixPropsSchema.parse(item.props);
  const { rows, columns } = parseMatrix(item.meta, props.variant);
  const geometry = matrixGeometry({ rows: rows.length, columns: columns.length }, item.w);
  const { rowHeadW, rowH } = matrixSizes;
  const gridH = geometry.headH + rows.length * rowH;
  const line = (x: number, y: number, w: number, h: number): Primitive => ({
    kind: 'rectangle',
    x: item.x + x,
    y: item.y + y,
    w,
    h,
    radius: 0,
    fill: 'line',
    stroke: null,
  });
  return [
    {
      kind: 'rectangle',
      x: item.x,
      y: item.y,
      w: geometry.w,
      h: gridH,
      radius: 16,
      fill: 'surface',
      stroke: 'line',
    },
    ...rows.map((_, index) => line(0, geometry.headH + index * rowH, geometry.w, 6)),
    ...columns.map((_, index) => line(rowHeadW + index * geometry.columnW, 0, 6, gridH)),
  ];
}
