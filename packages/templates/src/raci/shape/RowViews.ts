import type { Partner } from '@common-ground/protocol';
import type { Comparison } from '../compareViews.ts';
import type { Matrix, MatrixColumn, MatrixRow, RowLetters } from '../matrix.ts';
import type { Proposal } from '../proposalsOf.ts';
import { proposalsOf } from '../proposalsOf.ts';
import type { MatrixLetter, MatrixVariant } from '../variants.ts';
import type { Mark, MatrixMarks, RowMarks } from './matrixMarks.ts';
import { noMark } from './matrixMarks.ts';

/** A cell as it is drawn. */
export interface CellView {
  readonly rowId: string;
  readonly columnId: string;
  /** How its row and column are spoken of. */
  readonly rowName: string;
  readonly columnName: string;
  readonly letters: readonly MatrixLetter[];
  readonly mark: Mark;
  /** What the partners said, where their views differ and the group has not settled on one yet; empty elsewhere. */
  readonly proposals: readonly Proposal[];
}

/** A row as it is drawn. */
export interface RowView {
  readonly row: MatrixRow;
  /** Counted from 0. */
  readonly place: number;
  readonly isLast: boolean;
  /** How it is spoken of. */
  readonly name: string;
  readonly mark: Mark;
  readonly cells: readonly CellView[];
  readonly variant: MatrixVariant;
  readonly canEdit: boolean;
}

/** What rows are drawn from. */
export interface RowViewSources {
  readonly matrix: Matrix;
  readonly marks: MatrixMarks;
  readonly canEdit: boolean;
  readonly comparison: Comparison | null;
  readonly partners: readonly Partner[];
  readonly nameOf: (line: MatrixRow | MatrixColumn) => string;
}

/** All that a row is drawn from; as long as it is the same the row is. */
interface RowParts {
  readonly row: MatrixRow;
  readonly place: number;
  readonly isLast: boolean;
  readonly name: string;
  readonly variant: MatrixVariant;
  readonly canEdit: boolean;
  readonly columns: readonly ColumnPart[];
  readonly letters: RowLetters;
  readonly marks: RowMarks;
  readonly differing: DifferingRow;
}

interface ColumnPart {
  readonly id: string;
  readonly name: string;
  readonly isHighlighted: boolean;
}

/** Where the partners' views of a row differ. */
interface DifferingRow {
  /** What they said, by column; nothing once the group has settled on something. */
  readonly proposals: ReadonlyMap<string, readonly Proposal[]>;
  readonly signature: string;
}

/**
 * The rows of a matrix with all that is drawn in them. A row that has not changed since the last time is the same
 * object again, so that it need not be drawn: with a hundred rows, drawing or even comparing all of them at every
 * letter that somebody sets is what people would feel.
 */
export class RowViews {
  #rows: ReadonlyMap<string, { readonly parts: RowParts; readonly view: RowView }> = new Map();
  #columns: readonly ColumnPart[] = [];
  #differing: { readonly from: Comparison | null; readonly rows: ReadonlyMap<string, DifferingRow> } = {
    from: null,
    rows: new Map(),
  };

  /** Every row, in order. */
  of({ matrix, marks, canEdit, nameOf, comparison, partners }: RowViewSources): readonly RowView[] {
    const columns = this.#columnsOf(matrix, marks, nameOf);
    const differing = this.#differingOf(comparison, partners);
    const rows = matrix.rows.map((row, place) => {
      const parts: RowParts = {
        row,
        place,
        isLast: place === matrix.rows.length - 1,
        name: nameOf(row),
        variant: matrix.variant,
        canEdit,
        columns,
        letters: matrix.cells.get(row.id) ?? noCells,
        marks: marks.inRow(row.id),
        differing: differing.get(row.id) ?? nothingDiffers,
      };
      const before = this.#rows.get(row.id);
      return before !== undefined && isSame(before.parts, parts) ? before : { parts, view: viewOf(parts) };
    });
    this.#rows = new Map(rows.map((row) => [row.view.row.id, row]));
    return rows.map(({ view }) => view);
  }

  #columnsOf(matrix: Matrix, marks: MatrixMarks, nameOf: RowViewSources['nameOf']): readonly ColumnPart[] {
    const columns = matrix.columns.map((column) => ({
      id: column.id,
      name: nameOf(column),
      isHighlighted: marks.column(column.id).isHighlighted,
    }));
    const isUnchanged =
      columns.length === this.#columns.length &&
      columns.every((column, index) => {
        const before = this.#columns[index];
        return (
          before?.id === column.id &&
          before.name === column.name &&
          before.isHighlighted === column.isHighlighted
        );
      });
    if (!isUnchanged) this.#columns = columns;
    return this.#columns;
  }

  #differingOf(
    comparison: Comparison | null,
    partners: readonly Partner[],
  ): ReadonlyMap<string, DifferingRow> {
    if (this.#differing.from !== comparison) {
      const byRow = Map.groupBy(comparison?.differing ?? [], ({ row }) => row.id);
      const rows = new Map([...byRow].map(([rowId, cells]) => [rowId, differingRow(cells, partners)]));
      this.#differing = { from: comparison, rows };
    }
    return this.#differing.rows;
  }
}

const noCells: RowLetters = new Map();
const nothingDiffers: DifferingRow = { proposals: new Map(), signature: '' };

function differingRow(cells: Comparison['differing'], partners: readonly Partner[]): DifferingRow {
  const proposals = new Map(
    cells.map((cell) => [cell.column.id, cell.settled === null ? proposalsOf(cell, partners) : []]),
  );
  const signature = [...proposals]
    .map(([columnId, said]) =>
      [
        columnId,
        ...said.map((one) => `${one.letters.join('')}=${one.partners.map(({ name }) => name).join()}`),
      ].join('\t'),
    )
    .toSorted()
    .join('\n');
  return { proposals, signature };
}

function isSame(one: RowParts, other: RowParts): boolean {
  return (
    one.place === other.place &&
    one.isLast === other.isLast &&
    one.row.name === other.row.name &&
    one.name === other.name &&
    one.variant === other.variant &&
    one.canEdit === other.canEdit &&
    one.columns === other.columns &&
    one.marks.signature === other.marks.signature &&
    one.differing.signature === other.differing.signature &&
    hasSameLetters(one.letters, other.letters)
  );
}

/** An own view is put together anew at each letter, so its rows are compared letter by letter. */
function hasSameLetters(one: RowLetters, other: RowLetters): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  return [...one].every(([columnId, letters]) => other.get(columnId)?.join('') === letters.join(''));
}

function viewOf(parts: RowParts): RowView {
  const { row, place, isLast, name, variant, canEdit, columns, letters, marks, differing } = parts;
  const cells = columns.map((column): CellView => {
    const mark = marks.cells.get(column.id) ?? noMark;
    return {
      rowId: row.id,
      columnId: column.id,
      rowName: name,
      columnName: column.name,
      letters: letters.get(column.id) ?? [],
      mark: column.isHighlighted ? { ...mark, isHighlighted: true } : mark,
      proposals: differing.proposals.get(column.id) ?? [],
    };
  });
  return { row, place, isLast, name, mark: marks.row, cells, variant, canEdit };
}
