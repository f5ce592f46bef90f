import type { Partner } from '@common-ground/protocol';
import { applyPatch } from './applyPatch.ts';
import type { Matrix, MatrixColumn } from './matrix.ts';
import { byOrder, lettersOf, maxMatrixNameLength } from './matrix.ts';
import { addColumn, addRow, renameColumn, renameRow, setLetters } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { matrixKeys } from './matrixKeys.ts';
import { parseLetters } from './parseLetters.ts';
import { parseTable } from './parseTable.ts';
import type { MatrixLetter } from './variants.ts';

/** What of a table could not be taken, and where it stands, counted from 1 as a spreadsheet does. */
export interface ImportProblem {
  readonly code: 'no-letters' | 'too-many-rows' | 'too-many-columns' | 'empty';
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Letters of the matrix that the table has otherwise. */
export interface Replacement {
  readonly row: string;
  readonly column: string;
  readonly before: readonly MatrixLetter[];
  readonly after: readonly MatrixLetter[];
}

/** What an import will do, to be looked at before it is done. */
export interface ImportPlan {
  /** Writes what is new: rows, columns, names, and letters in cells that have none. */
  readonly patch: MetaPatch;
  /** Writes the letters of the table over those that the matrix has otherwise. */
  readonly replacing: MetaPatch;
  readonly addedRows: readonly string[];
  readonly addedColumns: readonly string[];
  readonly filledCount: number;
  readonly replaced: readonly Replacement[];
  readonly problems: readonly ImportProblem[];
}

/** The most rows and columns that one import brings; more is no matrix that people can read. */
export const maxImportRows = 500;
export const maxImportColumns = 60;

/**
 * Plans to take a table into the matrix: the first line names the columns, with the partner in brackets where it is one of the
 * board's, the first cell of each other line its row. Rows and columns of the same name are filled, empty ones named, others
 * added. Nothing of the matrix is lost by it: an empty cell of the table leaves the matrix's, and other letters are a
 * replacement that somebody has to want.
 */
export function planImport(
  matrix: Matrix,
  text: string,
  { partners, newId }: { readonly partners: readonly Partner[]; readonly newId: () => string },
): ImportPlan {
  // A workbook or a picture is no table of texts, whatever it is called.
  const [head = [], ...lines] = text.includes('\0') ? [] : parseTable(text);
  const target = new ImportTarget(matrix, newId);
  if (head.length < 2 && lines.length === 0) target.reject('empty', 1, 1, head[0] ?? '');
  const labels = head.slice(1, maxImportColumns + 1);
  const columns = labels.map((label) => target.columnOf(splitPartner(label, partners)));
  if (head.length > maxImportColumns + 1) {
    target.reject('too-many-columns', 1, maxImportColumns + 2, head[maxImportColumns + 1] ?? '');
  }
  for (const [index, [name = '', ...cells]] of lines.slice(0, maxImportRows).entries()) {
    if (name === '' && cells.every((cell) => cell === '')) continue;
    const row = target.rowOf(name);
    for (const [place, column] of columns.entries()) {
      target.fill(row, column, cells[place] ?? '', { line: index + 2, column: place + 2 });
    }
  }
  const beyond = lines[maxImportRows];
  if (beyond !== undefined) target.reject('too-many-rows', maxImportRows + 2, 1, beyond[0] ?? '');
  return target.plan;
}

interface Line {
  readonly id: string;
  readonly name: string;
}

/** Gathers what an import writes; each line of the matrix is taken once. */
class ImportTarget {
  readonly #newId: () => string;
  readonly #before: Matrix;
  readonly #taken = new Set<string>();
  readonly #addedRows: string[] = [];
  readonly #addedColumns: string[] = [];
  readonly #replaced: Replacement[] = [];
  readonly #problems: ImportProblem[] = [];
  // Written to in place: copying them for each of 10,000 cells would take seconds.
  readonly #patch: Record<string, string | null> = {};
  readonly #replacing: Record<string, string | null> = {};
  #matrix: Matrix;
  #filledCount = 0;

  constructor(matrix: Matrix, newId: () => string) {
    this.#matrix = matrix;
    this.#before = matrix;
    this.#newId = newId;
  }

  get plan(): ImportPlan {
    return {
      patch: this.#patch,
      replacing: this.#replacing,
      addedRows: this.#addedRows,
      addedColumns: this.#addedColumns,
      filledCount: this.#filledCount,
      replaced: this.#replaced,
      problems: this.#problems,
    };
  }

  reject(code: ImportProblem['code'], line: number, column: number, text: string): void {
    this.#problems.push({ code, line, column, text });
  }

  rowOf(name: string): Line {
    const known = this.#choose(this.#matrix.rows, name);
    const id = known?.id ?? this.#newId();
    if (known === undefined) this.#append(id, name);
    else if (known.name === '' && name !== '') this.#write(renameRow(id, name));
    if ((known?.name ?? '') === '') this.#addedRows.push(name);
    this.#taken.add(id);
    return { id, name };
  }

  columnOf({ name, partnerId }: ColumnLabel): Line {
    const own = this.#matrix.columns.filter((column) => column.partnerId === partnerId).toSorted(byOrder);
    const known = this.#choose(own, name);
    const id = known?.id ?? this.#newId();
    if (known === undefined) this.#write(addColumn(this.#matrix, { id, name, partnerId }));
    else if (known.name === '' && name !== '') this.#write(renameColumn(id, name));
    if ((known?.name ?? '') === '') this.#addedColumns.push(name);
    this.#taken.add(id);
    return { id, name };
  }

  fill(row: Line, column: Line, text: string, at: { readonly line: number; readonly column: number }): void {
    const letters = parseLetters(text, this.#matrix.variant);
    if (letters === null) return this.reject('no-letters', at.line, at.column, text);
    const before = lettersOf(this.#before, row.id, column.id);
    if (letters.length === 0 || letters.join('') === before.join('')) return undefined;
    if (before.length === 0) {
      this.#filledCount += 1;
      Object.assign(this.#patch, setLetters(row.id, column.id, letters));
      return undefined;
    }
    this.#replaced.push({ row: row.name, column: column.name, before, after: letters });
    Object.assign(this.#replacing, setLetters(row.id, column.id, letters));
    return undefined;
  }

  /** The line of this name that is not taken yet, else the first without a name. */
  #choose<L extends Line>(lines: readonly L[], name: string): L | undefined {
    const free = lines.filter(({ id }) => !this.#taken.has(id));
    return free.find((line) => sameName(line.name, name)) ?? free.find((line) => line.name === '');
  }

  /** Adds a row at the end, where the matrix need not be read anew. */
  #append(id: string, name: string): void {
    const patch = addRow(this.#matrix, { id, name });
    Object.assign(this.#patch, patch);
    const order = patch[matrixKeys.row(id)] ?? '';
    this.#matrix = { ...this.#matrix, rows: [...this.#matrix.rows, { id, name, order }] };
  }

  #write(patch: MetaPatch): void {
    Object.assign(this.#patch, patch);
    this.#matrix = applyPatch(this.#matrix, patch);
  }
}

interface ColumnLabel {
  readonly name: string;
  readonly partnerId: MatrixColumn['partnerId'];
}

/** A head such as "Engineer (Harbour)"; brackets that name no partner of the board belong to the name. */
function splitPartner(label: string, partners: readonly Partner[]): ColumnLabel {
  const longestFirst = partners.toSorted((one, other) => other.name.length - one.name.length);
  for (const { id, name } of longestFirst) {
    const ending = ` (${name})`;
    const isOwn = label.toLocaleLowerCase('en').endsWith(ending.toLocaleLowerCase('en'));
    if (isOwn) return { name: label.slice(0, label.length - ending.length), partnerId: id };
  }
  return { name: label, partnerId: null };
}

function sameName(one: string, other: string): boolean {
  return clean(one) === clean(other);
}

function clean(name: string): string {
  return name.slice(0, maxMatrixNameLength).trim().toLocaleLowerCase('en');
}
