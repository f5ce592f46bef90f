import type { Partner } from '@common-ground/protocol';
import type { Matrix, MatrixColumn } from './matrix.ts';
import { byOrder, maxMatrixNameLength } from './matrix.ts';
import { addColumn, addRow, renameColumn, renameRow, setLetters } from './matrixEdits.ts';
import type { MetaPatch } from './matrixKeys.ts';
import { applyPatch } from './applyPatch.ts';
import { parseLetters } from './parseLetters.ts';
import { parseTable } from './parseTable.ts';

/** What came of an import or a paste. */
export interface MatrixInput {
  readonly patch: MetaPatch;
  /** Texts that stand for no letters, or found no place, as they were. */
  readonly ignored: readonly string[];
}

/** The most rows and columns that one import brings; more is no matrix that people can read. */
export const maxImportRows = 500;
export const maxImportColumns = 60;

/**
 * Takes a table into the matrix: the first line names the columns, with the partner in brackets where it is one of the
 * board's, the first cell of each other line its row. Rows and columns of the same name are filled, empty ones named, others
 * added; a cell of the table replaces the matrix's, also by nothing.
 */
export function importMatrix(
  matrix: Matrix,
  text: string,
  { partners, newId }: { readonly partners: readonly Partner[]; readonly newId: () => string },
): MatrixInput {
  const [head = [], ...lines] = parseTable(text);
  const target = new ImportTarget(matrix, newId);
  const columnIds = head
    .slice(1, maxImportColumns + 1)
    .map((label) => target.columnOf(splitPartner(label, partners)));
  for (const [name = '', ...cells] of lines.slice(0, maxImportRows)) {
    if (name === '' && cells.every((cell) => cell === '')) continue;
    const rowId = target.rowOf(name);
    for (const [index, columnId] of columnIds.entries()) target.fill(rowId, columnId, cells[index] ?? '');
  }
  return target.input;
}

/** Gathers what an import writes; each line of the matrix is taken once. */
class ImportTarget {
  readonly #newId: () => string;
  readonly #ignored: string[] = [];
  readonly #taken = new Set<string>();
  #matrix: Matrix;
  #patch: MetaPatch = {};

  constructor(matrix: Matrix, newId: () => string) {
    this.#matrix = matrix;
    this.#newId = newId;
  }

  get input(): MatrixInput {
    return { patch: this.#patch, ignored: this.#ignored };
  }

  rowOf(name: string): string {
    const known = this.#choose(this.#matrix.rows, name);
    const id = known?.id ?? this.#newId();
    if (known === undefined) this.#write(addRow(this.#matrix, { id, name }));
    else if (known.name === '' && name !== '') this.#write(renameRow(id, name));
    this.#taken.add(id);
    return id;
  }

  columnOf({ name, partnerId }: ColumnLabel): string {
    const own = this.#matrix.columns.filter((column) => column.partnerId === partnerId).toSorted(byOrder);
    const known = this.#choose(own, name);
    const id = known?.id ?? this.#newId();
    if (known === undefined) this.#write(addColumn(this.#matrix, { id, name, partnerId }));
    else if (known.name === '' && name !== '') this.#write(renameColumn(id, name));
    this.#taken.add(id);
    return id;
  }

  fill(rowId: string, columnId: string, text: string): void {
    const letters = parseLetters(text, this.#matrix.variant);
    if (letters === null) this.#ignored.push(text);
    else this.#patch = { ...this.#patch, ...setLetters(rowId, columnId, letters) };
  }

  /** The line of this name that is not taken yet, else the first without a name. */
  #choose<Line extends { readonly id: string; readonly name: string }>(
    lines: readonly Line[],
    name: string,
  ): Line | undefined {
    const free = lines.filter(({ id }) => !this.#taken.has(id));
    return free.find((line) => sameName(line.name, name)) ?? free.find((line) => line.name === '');
  }

  #write(patch: MetaPatch): void {
    this.#patch = { ...this.#patch, ...patch };
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
