import type { Partner } from '@common-ground/protocol';
import type { Comparison } from '../compareViews.ts';
import type { Matrix, MatrixColumn, MatrixRow } from '../matrix.ts';
import { lettersOf } from '../matrix.ts';
import { matrixKeys } from '../matrixKeys.ts';
import type { Proposal } from '../proposalsOf.ts';
import { proposalsOf } from '../proposalsOf.ts';
import type { MatrixLetter, MatrixVariant } from '../variants.ts';
import type { Mark, MatrixMarks } from './matrixMarks.ts';

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
  /** Whether the partners' views differed here, settled or not: the group's letters are then a settlement. */
  readonly isDiffering: boolean;
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
  /** The same string means the same row on the screen: a row is drawn again only when it changes. */
  readonly signature: string;
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

/** Every row with all that is drawn in it. */
export function rowViews(sources: RowViewSources): readonly RowView[] {
  const { matrix, marks, canEdit, nameOf, comparison, partners } = sources;
  const differing = new Map(
    comparison?.differing.map((cell) => [matrixKeys.cell(cell.row.id, cell.column.id), cell]),
  );
  const columns = matrix.columns.map((column) => ({
    id: column.id,
    name: nameOf(column),
    mark: marks.column(column.id),
  }));
  return matrix.rows.map((row, place): RowView => {
    const name = nameOf(row);
    const cells = columns.map(({ id, name: columnName, mark: columnMark }): CellView => {
      const mark = marks.cell(row.id, id);
      const compared = differing.get(matrixKeys.cell(row.id, id));
      return {
        rowId: row.id,
        columnId: id,
        rowName: name,
        columnName,
        isDiffering: compared !== undefined,
        proposals: compared?.settled === null ? proposalsOf(compared, partners) : [],
        letters: lettersOf(matrix, row.id, id),
        mark: columnMark.isHighlighted ? { ...mark, isHighlighted: true } : mark,
      };
    });
    const view = {
      row,
      place,
      isLast: place === matrix.rows.length - 1,
      name,
      mark: marks.row(row.id),
      cells,
      variant: matrix.variant,
      canEdit,
    };
    return { ...view, signature: signatureOf(view) };
  });
}

function signatureOf(view: Omit<RowView, 'signature'>): string {
  const { row, place, isLast, name, mark, cells, canEdit } = view;
  return [
    [row.id, row.name, place, isLast, name, canEdit, markSignature(mark)].join('\t'),
    ...cells.map(({ columnId, columnName, isDiffering, letters, mark: cellMark, proposals }) =>
      [
        columnId,
        columnName,
        letters.join(''),
        isDiffering,
        markSignature(cellMark),
        proposals.map((said) => `${said.letters.join('')}=${said.partners.map(({ name }) => name).join()}`),
      ].join('\t'),
    ),
  ].join('\n');
}

function markSignature({ findings, isHighlighted, spoken }: Mark): string {
  return `${findings.length}${isHighlighted ? '!' : ''}${spoken}`;
}
