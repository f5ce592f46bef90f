import type { PartnerId } from '@common-ground/protocol';
import { exhaustive, isPlainId } from '@common-ground/protocol';
import type { MatrixKey } from './matrixKeys.ts';
import { isMatrixKey, matrixKeys, parseMatrixKey } from './matrixKeys.ts';
import { isOrderKey } from './orderKeys.ts';
import type { MatrixLetter, MatrixVariant } from './variants.ts';
import { variantLetters } from './variants.ts';

/** An activity, deliverable or decision. */
export interface MatrixRow {
  readonly id: string;
  /** Fractional index; of equal ones the smaller id comes first. */
  readonly order: string;
  /** Empty until somebody names it. */
  readonly name: string;
}

/** A person or role. */
export interface MatrixColumn extends MatrixRow {
  /** The partner whose person or role it is. */
  readonly partnerId: PartnerId | null;
}

/** A key of the meta that was left out, and why. */
export interface MatrixFault {
  readonly key: string;
  readonly code: 'unknown-key' | 'bad-value' | 'unknown-letter';
}

/** The letters of cells by the row's id, then by the column's. */
export type MatrixCells = ReadonlyMap<string, RowLetters>;

/** The letters of a row by column. */
export type RowLetters = ReadonlyMap<string, readonly MatrixLetter[]>;

/** Who does, answers for, is asked and is told, for each piece of work. */
export interface Matrix {
  readonly variant: MatrixVariant;
  /** In order. */
  readonly rows: readonly MatrixRow[];
  /** In order, those of one partner next to each other. */
  readonly columns: readonly MatrixColumn[];
  /** Letters by row and column, in the variant's order; cells without letters are missing. */
  readonly cells: MatrixCells;
  /** Letters that the group settled on where views differed, by the cell's key; none is a settlement too. */
  readonly settled: ReadonlyMap<string, readonly MatrixLetter[]>;
  /** Each partner's own view once it is revealed: letters by the cell's key. */
  readonly views: ReadonlyMap<PartnerId, ReadonlyMap<string, readonly MatrixLetter[]>>;
  readonly faults: readonly MatrixFault[];
}

/** The longest name of a row or column, in UTF-16 units. */
export const maxMatrixNameLength = 200;

/**
 * Reads a matrix from a shape's meta, which anybody may have written: what cannot be read is left out and reported,
 * the rest stands. Cells of removed rows and columns stay in the meta (an undo brings them back) and are not shown.
 */
export function parseMatrix(meta: Readonly<Record<string, unknown>>, variant: MatrixVariant): Matrix {
  const faults: MatrixFault[] = [];
  const parts = sortIntoParts(meta, faults);
  const rows = [...parts.rowOrders].map(([id, order]) => ({ id, order, name: parts.rowNames.get(id) ?? '' }));
  const columns = [...parts.columnOrders].map(([id, order]) => ({
    id,
    order,
    name: parts.columnNames.get(id) ?? '',
    partnerId: parts.columnPartners.get(id) ?? null,
  }));
  return {
    variant,
    rows: rows.toSorted(byOrder),
    columns: groupByPartner(columns.toSorted(byOrder)),
    cells: cellsByRow(readCells(parts.cells, variant, faults)),
    settled: readSettled(parts.settled, variant, faults, (key) => key.replace(/^c/, 's')),
    views: readViews(parts.views, variant, faults),
    faults,
  };
}

/** The letters of a cell, in the variant's order. */
export function lettersOf(matrix: Matrix, rowId: string, columnId: string): readonly MatrixLetter[] {
  return matrix.cells.get(rowId)?.get(columnId) ?? noLetters;
}

const noLetters: readonly MatrixLetter[] = [];

/** Letters as a key of the meta has them, in the variant's order; null when some are not the variant's. */
export function parseStoredLetters(value: string, variant: MatrixVariant): readonly MatrixLetter[] | null {
  const letters = variantLetters[variant].filter((letter) => value.includes(letter));
  return letters.join('').length < new Set(value).size ? null : letters;
}

/** Letters by the cell's key, sorted to rows and columns. */
export function cellsByRow(cells: ReadonlyMap<string, readonly MatrixLetter[]>): MatrixCells {
  const byRow = new Map<string, Map<string, readonly MatrixLetter[]>>();
  for (const [key, letters] of cells) {
    const about = parseMatrixKey(key);
    if (about?.kind !== 'cell') continue;
    const row = byRow.get(about.rowId);
    if (row === undefined) byRow.set(about.rowId, new Map([[about.columnId, letters]]));
    else row.set(about.columnId, letters);
  }
  return byRow;
}

/** Sorts rows or columns: by fractional index, and equal ones the same way on every screen. */
export function byOrder(a: MatrixRow, b: MatrixRow): number {
  return compare(a.order, b.order) || compare(a.id, b.id);
}

/** By UTF-16 units, as fractional indexes are made: a locale's order would differ between screens. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The columns of one partner next to each other, partners in the order of their first columns. */
function groupByPartner(sorted: readonly MatrixColumn[]): MatrixColumn[] {
  const groups = Map.groupBy(sorted, (column) => column.partnerId);
  return [...groups.values()].flat();
}

interface MatrixParts {
  readonly rowOrders: Map<string, string>;
  readonly rowNames: Map<string, string>;
  readonly columnOrders: Map<string, string>;
  readonly columnNames: Map<string, string>;
  readonly columnPartners: Map<string, PartnerId>;
  readonly cells: Map<string, string>;
  /** By the cell's key. */
  readonly settled: Map<string, string>;
  /** By partner, then by the cell's key. */
  readonly views: Map<PartnerId, Map<string, string>>;
}

function sortIntoParts(meta: Readonly<Record<string, unknown>>, faults: MatrixFault[]): MatrixParts {
  const parts: MatrixParts = {
    rowOrders: new Map(),
    rowNames: new Map(),
    columnOrders: new Map(),
    columnNames: new Map(),
    columnPartners: new Map(),
    cells: new Map(),
    settled: new Map(),
    views: new Map(),
  };
  for (const [key, value] of Object.entries(meta)) {
    if (!isMatrixKey(key) || value === null) continue;
    const fault = sortIntoPart(parts, key, value);
    if (fault !== null) faults.push({ key, code: fault });
  }
  return parts;
}

function sortIntoPart(parts: MatrixParts, key: string, value: unknown): MatrixFault['code'] | null {
  const about = parseMatrixKey(key);
  if (about === null) return 'unknown-key';
  if (typeof value !== 'string') return 'bad-value';
  switch (about.kind) {
    case 'row':
      return putOrder(parts.rowOrders, about.rowId, value);
    case 'row-name':
      return putName(parts.rowNames, about.rowId, value);
    case 'column':
      return putOrder(parts.columnOrders, about.columnId, value);
    case 'column-name':
      return putName(parts.columnNames, about.columnId, value);
    case 'column-partner':
      if (!isPlainId(value)) return 'bad-value';
      parts.columnPartners.set(about.columnId, value as PartnerId);
      return null;
    case 'cell':
      parts.cells.set(key, value);
      return null;
    case 'settled':
      parts.settled.set(matrixKeys.cell(about.rowId, about.columnId), value);
      return null;
    case 'view':
      putView(parts.views, about, value);
      return null;
    default:
      return exhaustive(about);
  }
}

function putOrder(orders: Map<string, string>, id: string, value: string): MatrixFault['code'] | null {
  if (!isOrderKey(value)) return 'bad-value';
  orders.set(id, value);
  return null;
}

function putName(names: Map<string, string>, id: string, value: string): MatrixFault['code'] | null {
  if (value.length > maxMatrixNameLength) return 'bad-value';
  names.set(id, value);
  return null;
}

function putView(
  views: Map<PartnerId, Map<string, string>>,
  { partnerId, rowId, columnId }: Extract<MatrixKey, { kind: 'view' }>,
  value: string,
): void {
  const view = views.get(partnerId as PartnerId) ?? new Map<string, string>();
  views.set(partnerId as PartnerId, view.set(matrixKeys.cell(rowId, columnId), value));
}

type Letters = Map<string, readonly MatrixLetter[]>;

function readCells(
  cells: ReadonlyMap<string, string>,
  variant: MatrixVariant,
  faults: MatrixFault[],
  keyOf = sameKey,
): Letters {
  const read = readSettled(cells, variant, faults, keyOf);
  return new Map([...read].filter(([, letters]) => letters.length > 0));
}

/** @param keyOf the key of the meta that stands for a cell's */
function readSettled(
  cells: ReadonlyMap<string, string>,
  variant: MatrixVariant,
  faults: MatrixFault[],
  keyOf: (cellKey: string) => string,
): Letters {
  const read: Letters = new Map();
  for (const [key, value] of cells) {
    const known = parseStoredLetters(value, variant);
    if (known === null) faults.push({ key: keyOf(key), code: 'unknown-letter' });
    read.set(key, known ?? variantLetters[variant].filter((letter) => value.includes(letter)));
  }
  return read;
}

function readViews(
  views: ReadonlyMap<PartnerId, ReadonlyMap<string, string>>,
  variant: MatrixVariant,
  faults: MatrixFault[],
): Map<PartnerId, Letters> {
  return new Map(
    [...views].map(([partnerId, cells]) => [
      partnerId,
      readCells(cells, variant, faults, (key) => key.replace(/^c/, `v:${partnerId}`)),
    ]),
  );
}

function sameKey(cellKey: string): string {
  return cellKey;
}
