import type { Matrix } from '../matrix.ts';
import { lettersOf } from '../matrix.ts';
import type { RowEdit } from './ownViewEdits.ts';

/** More steps than this nobody takes back one by one. */
const mostSteps = 200;

/**
 * What this person filled into the own view, to be taken back step by step: it stands outside of the canvas, whose undo
 * would take back something else.
 */
export class OwnHistory {
  readonly #steps: (readonly RowEdit[])[] = [];

  /** Notes one step: the matrix as it was shown before, and the cells that are set. */
  note(before: Matrix, edits: readonly RowEdit[]): void {
    if (edits.length === 0) return;
    this.#steps.push(edits.map((edit) => inverseOf(before, edit)));
    if (this.#steps.length > mostSteps) this.#steps.shift();
  }

  /** The cells to set to take the last step back; none when there is nothing left. */
  takeBack(): readonly RowEdit[] {
    return this.#steps.pop() ?? [];
  }
}

function inverseOf(before: Matrix, { rowId, letters }: RowEdit): RowEdit {
  const was = Object.keys(letters).map((columnId) => [columnId, lettersOf(before, rowId, columnId).join('')]);
  return { rowId, letters: Object.fromEntries(was) as Record<string, string> };
}
