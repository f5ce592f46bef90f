import type { Matrix } from './matrix.ts';
import { matrixGeometry, matrixSizes } from './matrixGeometry.ts';

/** A row or column that is being dragged. */
export interface DraggedLine {
  readonly kind: 'row' | 'column';
  readonly id: string;
}

/** Where a dragged line would go. */
export interface DropPlace {
  /** What it becomes: the `index`-th row, or the `index`-th column of its partner, counted from 0. */
  readonly index: number;
  /** The gap it goes into: that many rows or columns of the table stand before it. */
  readonly gap: number;
}

/** Where a line goes that is held at a point of the table, px of the page; a column stays with its partner. Null once it is gone. */
export function dropPlaceOf(
  { rows, columns }: Pick<Matrix, 'rows' | 'columns'>,
  wishedW: number,
  { kind, id }: DraggedLine,
  point: { readonly x: number; readonly y: number },
): DropPlace | null {
  const { headH, columnW } = matrixGeometry({ rows: rows.length, columns: columns.length }, wishedW);
  if (kind === 'row') {
    const from = rows.findIndex((row) => row.id === id);
    return from === -1 ? null : placeIn(0, rows.length, from, (point.y - headH) / matrixSizes.rowH);
  }
  const partnerId = columns.find((column) => column.id === id)?.partnerId;
  const siblings = columns.filter((column) => column.partnerId === partnerId);
  const from = siblings.findIndex((column) => column.id === id);
  if (from === -1) return null;
  // Those of one partner stand side by side.
  const first = columns.findIndex((column) => column.partnerId === partnerId);
  return placeIn(first, siblings.length, from, (point.x - matrixSizes.rowHeadW) / columnW - first);
}

/** @param at how many lines stand before the point, with the part of the one it is in */
function placeIn(first: number, count: number, from: number, at: number): DropPlace {
  const gap = Math.min(count, Math.max(0, Math.round(at)));
  return { index: gap > from ? gap - 1 : gap, gap: first + gap };
}
