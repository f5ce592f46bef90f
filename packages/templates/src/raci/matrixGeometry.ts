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
