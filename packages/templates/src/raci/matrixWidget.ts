import type { WidgetItem } from '@common-ground/board';
import { exhaustive } from '@common-ground/protocol';
import { z } from 'zod';
import type { Target } from '../findings/Finding.ts';
import type { Drawing, Ink, Primitive } from '../preview/drawing.ts';
import type { PartBounds, Widget, WidgetRecord } from '../widget.ts';
import { parseMatrix } from './matrix.ts';
import { matrixGeometry, matrixSizes } from './matrixGeometry.ts';
import { takeViews } from './takeViews.ts';
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
  pressedH: matrixSizes.rowH,
  sketch: sketchMatrix,
  boundsOf: boundsInMatrix,
  takeDrafts: ({ meta, props }, drafts, partners) => {
    const parsed = matrixPropsSchema.safeParse(props);
    return parsed.success ? takeViews(meta, parsed.data.variant, drafts, partners) : {};
  },
};

/** A cell, a whole row, a whole column, or the head over a partner's columns. */
function boundsInMatrix({ id, meta, props }: WidgetRecord, target: Target): PartBounds | null {
  if ('shapeId' in target && target.shapeId !== id) return null;
  const parsed = matrixPropsSchema.safeParse(props);
  if (!parsed.success) return null;
  const { rows, columns } = parseMatrix(meta, parsed.data.variant);
  const { w, columnW, headH } = matrixGeometry({ rows: rows.length, columns: columns.length }, parsed.data.w);
  const { partnerHeadH, rowH, rowHeadW } = matrixSizes;
  const row = 'rowId' in target ? rows.findIndex((line) => line.id === target.rowId) : -1;
  const column = columns.findIndex(
    (line) =>
      ('columnId' in target && line.id === target.columnId) ||
      (target.kind === 'partner' && line.partnerId === target.partnerId),
  );
  const x = rowHeadW + column * columnW;
  const y = headH + row * rowH;
  switch (target.kind) {
    case 'cell':
      return row === -1 || column === -1 ? null : { x, y, w: columnW, h: rowH };
    case 'row':
      return row === -1 ? null : { x: 0, y, w, h: rowH };
    case 'column':
      return column === -1
        ? null
        : { x, y: partnerHeadH, w: columnW, h: headH - partnerHeadH + rows.length * rowH };
    case 'partner': {
      const own = columns.filter(({ partnerId }) => partnerId === target.partnerId);
      return column === -1 ? null : { x, y: 0, w: own.length * columnW, h: headH };
    }
    case 'shape':
    case 'action':
    case 'agreement':
    case 'escalation':
      return null;
    default:
      return exhaustive(target);
  }
}

/** Head, rows and columns as a grid; row names as bars and some cells filled, as after some minutes of work. */
function sketchMatrix(item: WidgetItem): Drawing {
  const props = matrixPropsSchema.parse(item.props);
  const { rows, columns } = parseMatrix(item.meta, props.variant);
  const { w, columnW, headH } = matrixGeometry({ rows: rows.length, columns: columns.length }, item.w);
  const { rowHeadW, rowH } = matrixSizes;
  const gridH = headH + rows.length * rowH;
  const bar = (x: number, y: number, w: number, h: number, radius: number, fill: Ink): Primitive => {
    return { kind: 'rectangle', x: item.x + x, y: item.y + y, w, h, radius, fill, stroke: null };
  };
  const sheet: Primitive = { ...bar(0, 0, w, gridH, 16, 'surface'), stroke: 'line' };
  const chips = rows.flatMap((_, row) =>
    columns.flatMap((_, column) => {
      const fill = sampleInk(row, column);
      const x = rowHeadW + (column + 0.5) * columnW - 28;
      return fill === null ? [] : [bar(x, headH + row * rowH + rowH / 2 - 28, 56, 56, 12, fill)];
    }),
  );
  return [
    sheet,
    ...rows.map((_, row) => bar(0, headH + row * rowH, w, 6, 0, 'line')),
    ...columns.map((_, column) => bar(rowHeadW + column * columnW, 0, 6, gridH, 0, 'line')),
    ...rows.map((_, row) =>
      bar(40, headH + (row + 0.5) * rowH - 12, 200 + ((row * 67) % 140), 24, 12, 'line'),
    ),
    ...chips,
  ];
}

/** Some strong cells, where somebody answers for the row, and some quiet ones, scattered as people would fill them. */
function sampleInk(row: number, column: number): Ink | null {
  const place = (row * 7 + column * 4 + row * column) % 9;
  if (place === 0) return 'strong-blue';
  return place % 4 === 1 ? 'line' : null;
}
