import type { PartBounds } from '../widget.ts';
import type { MatrixRange } from './matrixRange.ts';

/** Sizes of the matrix's parts, px of the page: the same on every screen, since the height follows the rows. */
export const matrixSizes = {
  /** The column of the rows' names. */
  rowHeadW: 480,
  /** The narrowest column of letters. */
  minColumnW: 112,
  partnerHeadH: 64,
  columnHeadH: 112,
  rowH: 88,
  /** The strip with the buttons below the rows. */
  footH: 72,
} as const;

/** Where the parts of a matrix are, relative to its top left corner. */
export interface MatrixGeometry {
  readonly w: number;
  readonly h: number;
  readonly columnW: number;
  readonly headH: number;
}

/** The size of a matrix that is wished to be `wishedW` wide: wider where its columns need it. */
export function matrixGeometry(
  counts: { readonly rows: number; readonly columns: number },
  wishedW: number,
): MatrixGeometry {
  const { rowHeadW, minColumnW, partnerHeadH, columnHeadH, rowH, footH } = matrixSizes;
  const headH = partnerHeadH + columnHeadH;
  const w = Math.max(wishedW, rowHeadW + Math.max(1, counts.columns) * minColumnW);
  const columnW = (w - rowHeadW) / Math.max(1, counts.columns);
  return { w, h: headH + counts.rows * rowH + footH, columnW, headH };
}

/** Where a range of places stands within the table. */
export function boundsOfRange(
  counts: { readonly rows: number; readonly columns: number },
  wishedW: number,
  { top, left, bottom, right }: MatrixRange,
): PartBounds {
  const { columnW, headH } = matrixGeometry(counts, wishedW);
  const { partnerHeadH, rowH, rowHeadW } = matrixSizes;
  const columnsAt = (count: number) => rowHeadW + count * columnW;
  const rowsAt = (count: number) => headH + count * rowH;
  const x = left === -1 ? 0 : columnsAt(left);
  const y = top === -1 ? partnerHeadH : rowsAt(top);
  return {
    x,
    y,
    w: columnsAt(right + 1) - x,
    h: rowsAt(bottom + 1) - y,
  };
}
