import type { Partner, PartnerId } from '@common-ground/protocol';
import type { FindingKinds, Found } from '../findings/Finding.ts';
import type { Matrix, MatrixColumn, MatrixRow } from './matrix.ts';
import { lettersOf } from './matrix.ts';
import { lineName, type SayLine } from './lineName.ts';
import type { MatrixLetter } from './variants.ts';
import { variantRules } from './variants.ts';

/** The findings a matrix can have. */
export const matrixFindings = {
  'no-accountable': { severity: 'error' },
  'two-accountable': { severity: 'error' },
  'no-doer': { severity: 'error' },
  'two-doers': { severity: 'error' },
  'asked-and-doing': { severity: 'warning' },
  'many-asked': { severity: 'warning' },
  overload: { severity: 'warning' },
  'no-letter': { severity: 'warning' },
  'partner-without-accountable': { severity: 'insight' },
  'partner-with-every-accountable': { severity: 'insight' },
  'one-partner-row': { severity: 'insight' },
} as const satisfies FindingKinds;

/** A code of {@link matrixFindings}. */
export type MatrixFindingCode = keyof typeof matrixFindings;
type MatrixFound = Found<MatrixFindingCode>;

/** More C than this in a row make it slow. */
const mostAsked = 3;
/** With so many rows or more, whoever does more than this share of them is overloaded. */
const overloadRows = 5;
const overloadShare = 0.6;

/** A matrix with what its rules need beside it. */
interface Checked {
  readonly shapeId: string;
  readonly matrix: Matrix;
  readonly partners: readonly Partner[];
  readonly t: SayLine;
  /** Rows with a name or a letter: the others are empty lines that nobody has begun. */
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
}

/** What is wrong, or worth a look, in a matrix: nothing before somebody has set the first letter. */
export function checkMatrix(
  shapeId: string,
  matrix: Matrix,
  partners: readonly Partner[],
  t: SayLine,
): MatrixFound[] {
  const hasLetters = (row: MatrixRow) =>
    matrix.columns.some(({ id }) => lettersOf(matrix, row.id, id).length > 0);
  if (!matrix.rows.some(hasLetters)) return [];
  const rows = matrix.rows.filter((row) => row.name !== '' || hasLetters(row));
  const checked: Checked = { shapeId, matrix, partners, t, rows, columns: matrix.columns };
  return [
    ...rows.flatMap((row) => checkRow(checked, row)),
    ...matrix.columns.flatMap((column) => checkColumn(checked, column)),
    ...checkBalance(checked),
  ];
}

function checkRow(checked: Checked, row: MatrixRow): MatrixFound[] {
  const { shapeId, matrix, t } = checked;
  const { doer, isOneDoer } = variantRules[matrix.variant];
  const accountable = columnsWith(checked, row, 'A');
  const doers = columnsWith(checked, row, doer);
  const asked = columnsWith(checked, row, 'C');
  const target = { kind: 'row', shapeId, rowId: row.id } as const;
  const values = { row: lineName(row, matrix, t) };
  const about = (columns: readonly MatrixColumn[]) => ({
    values: { ...values, count: columns.length, people: namesOf(checked, columns) },
    targets: columns.map((column) => cellOf(checked, row, column)),
  });
  const found: MatrixFound[] = [];
  if (accountable.length === 0) found.push({ code: 'no-accountable', values, targets: [target] });
  if (accountable.length > 1) found.push({ code: 'two-accountable', ...about(accountable) });
  if (doers.length === 0)
    found.push({ code: 'no-doer', values: { ...values, letter: doer }, targets: [target] });
  if (isOneDoer && doers.length > 1) found.push({ code: 'two-doers', ...about(doers) });
  if (asked.length > mostAsked) found.push({ code: 'many-asked', ...about(asked) });
  return [...found, ...checkCells(checked, row, doers), ...checkPartners(checked, row)];
}

/** Who does the work is asked and told anyway. */
function checkCells(checked: Checked, row: MatrixRow, doers: readonly MatrixColumn[]): MatrixFound[] {
  const { matrix, t } = checked;
  const { besideDoer, doer } = variantRules[matrix.variant];
  return doers.flatMap((column): MatrixFound[] => {
    const letters = lettersOf(matrix, row.id, column.id).filter((letter) => besideDoer.includes(letter));
    if (letters.length === 0) return [];
    const values = {
      row: lineName(row, matrix, t),
      person: lineName(column, matrix, t),
      letters: letters.join(', '),
      doer,
    };
    return [{ code: 'asked-and-doing', values, targets: [cellOf(checked, row, column)] }];
  });
}

/** Whether a row is joint work at all. */
function checkPartners(checked: Checked, row: MatrixRow): MatrixFound[] {
  const { columns, matrix, partners, shapeId, t } = checked;
  const filled = columns.filter(({ id }) => lettersOf(matrix, row.id, id).length > 0);
  const [partnerId, ...others] = new Set(filled.map((column) => column.partnerId));
  const partner = partners.find(({ id }) => id === partnerId);
  if (partner === undefined || others.length > 0 || partners.length < 2) return [];
  const values = { row: lineName(row, matrix, t), partner: partner.name };
  return [{ code: 'one-partner-row', values, targets: [{ kind: 'row', shapeId, rowId: row.id }] }];
}

function checkColumn(checked: Checked, column: MatrixColumn): MatrixFound[] {
  const { matrix, rows, shapeId, t } = checked;
  const { doer } = variantRules[matrix.variant];
  const target = { kind: 'column', shapeId, columnId: column.id } as const;
  const person = lineName(column, matrix, t);
  const filled = rows.filter((row) => lettersOf(matrix, row.id, column.id).length > 0);
  if (filled.length === 0) {
    return column.name === '' ? [] : [{ code: 'no-letter', values: { person }, targets: [target] }];
  }
  const doing = filled.filter((row) => lettersOf(matrix, row.id, column.id).includes(doer));
  if (rows.length < overloadRows || doing.length / rows.length <= overloadShare) return [];
  const values = { person, count: doing.length, rows: rows.length, letter: doer };
  return [{ code: 'overload', values, targets: [target] }];
}

/** How those who answer for the work are spread over the partners. */
function checkBalance({ columns, matrix, partners, rows }: Checked): MatrixFound[] {
  const holders = rows.flatMap((row) =>
    columns.filter(({ id }) => lettersOf(matrix, row.id, id).includes('A')).map(({ partnerId }) => partnerId),
  );
  if (holders.length === 0 || partners.length < 2) return [];
  const find = (code: MatrixFindingCode, holds: (partnerId: PartnerId) => boolean): MatrixFound[] =>
    partners
      .filter(({ id }) => holds(id))
      .map(({ id, name }) => ({
        code,
        values: { partner: name, count: holders.length },
        targets: [{ kind: 'partner', partnerId: id }],
      }));
  return [
    ...find('partner-without-accountable', (id) => !holders.includes(id)),
    ...find('partner-with-every-accountable', (id) => holders.every((holder) => holder === id)),
  ];
}

function columnsWith({ columns, matrix }: Checked, row: MatrixRow, letter: MatrixLetter): MatrixColumn[] {
  return columns.filter(({ id }) => lettersOf(matrix, row.id, id).includes(letter));
}

function namesOf({ matrix, t }: Checked, columns: readonly MatrixColumn[]): string {
  return columns.map((column) => lineName(column, matrix, t)).join(', ');
}

function cellOf({ shapeId }: Checked, row: MatrixRow, column: MatrixColumn) {
  return { kind: 'cell', shapeId, rowId: row.id, columnId: column.id } as const;
}
