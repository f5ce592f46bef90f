import { isPlainId } from '@common-ground/protocol';

/*
 * The matrix lives in its shape's meta, one key a fact, because the canvas merges meta key by key: what two people
 * change at once is lost only if it is the same fact of the same row, column or cell.
 *
 *   r:<rowId>              where the row stands: a fractional index, or null once the row is removed
 *   r:<rowId>:name         its name
 *   k:<columnId>           where the column stands, or null once it is removed
 *   k:<columnId>:name      its name
 *   k:<columnId>:partner   the id of the partner it belongs to, or null
 *   c:<rowId>:<columnId>   the letters of the cell, such as "AR", or null
 *   s:<rowId>:<columnId>   the letters that the group settled on where views differed, "" for none, or null
 *   v:<partnerId>:<rowId>:<columnId>   the letters of the cell as that partner saw it, once its view is revealed
 */

/** A scalar of a shape's meta. */
export type MetaValue = string | number | boolean | null;

/** Keys of a shape's meta to be written, each with its new value; keys that are not named stay as they are. */
export type MetaPatch = Readonly<Record<string, string | null>>;

/** What a key of the meta is about. */
export type MatrixKey =
  | { readonly kind: 'row' | 'row-name'; readonly rowId: string }
  | { readonly kind: 'column' | 'column-name' | 'column-partner'; readonly columnId: string }
  | { readonly kind: 'cell' | 'settled'; readonly rowId: string; readonly columnId: string }
  | { readonly kind: 'view'; readonly partnerId: string; readonly rowId: string; readonly columnId: string };

export const matrixKeys = {
  row: (rowId: string) => `r:${rowId}`,
  rowName: (rowId: string) => `r:${rowId}:name`,
  column: (columnId: string) => `k:${columnId}`,
  columnName: (columnId: string) => `k:${columnId}:name`,
  columnPartner: (columnId: string) => `k:${columnId}:partner`,
  cell: (rowId: string, columnId: string) => `c:${rowId}:${columnId}`,
  settled: (rowId: string, columnId: string) => `s:${rowId}:${columnId}`,
  view: (partnerId: string, rowId: string, columnId: string) => `v:${partnerId}:${rowId}:${columnId}`,
} as const;

/** Whether a key of the meta is the matrix's at all: others (author, time) stand in the same meta. */
export function isMatrixKey(key: string): boolean {
  return /^[rkcsv]:/.test(key);
}

/** What a key is about, or null when it cannot be read. */
export function parseMatrixKey(key: string): MatrixKey | null {
  const [prefix, first, second, third, ...rest] = key.split(':');
  if (!isPlainId(first) || rest.length > 0) return null;
  if (prefix === 'v') {
    if (!isPlainId(second) || !isPlainId(third)) return null;
    return { kind: 'view', partnerId: first, rowId: second, columnId: third };
  }
  if (third !== undefined) return null;
  if (prefix === 'c' || prefix === 's') {
    if (!isPlainId(second)) return null;
    return { kind: prefix === 'c' ? 'cell' : 'settled', rowId: first, columnId: second };
  }
  if (prefix === 'r') return parseRowKey(first, second);
  return prefix === 'k' ? parseColumnKey(first, second) : null;
}

function parseRowKey(rowId: string, fact: string | undefined): MatrixKey | null {
  if (fact === undefined) return { kind: 'row', rowId };
  return fact === 'name' ? { kind: 'row-name', rowId } : null;
}

function parseColumnKey(columnId: string, fact: string | undefined): MatrixKey | null {
  if (fact === undefined) return { kind: 'column', columnId };
  if (fact === 'name') return { kind: 'column-name', columnId };
  return fact === 'partner' ? { kind: 'column-partner', columnId } : null;
}
