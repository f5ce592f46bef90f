import type { WidgetWriting } from '../../widgetOptions.ts';
import type { Matrix } from '../matrix.ts';
import type { MetaPatch } from '../matrixKeys.ts';
import { parseMatrixKey } from '../matrixKeys.ts';
import { ownView } from '../takeViews.ts';

/** The cells of a row that an edit sets, by column; an empty string clears one. */
export interface RowEdit {
  readonly rowId: string;
  readonly letters: Readonly<Record<string, string>>;
}

/** What this person sees of a matrix: the group's, or while views are filled in their own partner's. */
export function shownMatrix(shared: Matrix, shapeId: string, writing: WidgetWriting | null): Matrix {
  if (writing === null) return shared;
  if (writing.partnerId === null) return shared;
  return ownView(shared, writing.parts.get(shapeId) ?? new Map(), writing.partnerId);
}

/** Hands the cells of an edit on, row by row, and answers with the rest: rows and columns are the group's own. */
export function withoutCells(patch: MetaPatch, take: (edit: RowEdit) => void): MetaPatch {
  const rest: Record<string, string | null> = {};
  const rows = new Map<string, Record<string, string>>();
  for (const [key, value] of Object.entries(patch)) {
    const about = parseMatrixKey(key);
    if (about?.kind !== 'cell') rest[key] = value;
    else rows.set(about.rowId, { ...rows.get(about.rowId), [about.columnId]: value ?? '' });
  }
  for (const [rowId, letters] of rows) take({ rowId, letters });
  return rest;
}

/** Writes cells into the partner's own view; nothing where it cannot be filled in. */
export function writeOwn(
  { canWrite, write }: WidgetWriting,
  shapeId: string,
  { rowId, letters }: RowEdit,
): void {
  if (canWrite) write({ shapeId, part: rowId, values: letters });
}
