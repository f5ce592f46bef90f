import type { Matrix } from '../matrix.ts';
import { lettersOf } from '../matrix.ts';
import type { RowEdit } from './ownViewEdits.ts';

/** More steps than this nobody takes back one by one. */
const mostSteps = 200;

/** Cells as they were, and as they were set. */
interface Step {
  readonly before: readonly RowEdit[];
  readonly after: readonly RowEdit[];
}

/**
 * What this person filled into the own view, to be taken back step by step and done again: it stands outside of the canvas,
 * whose undo would take back something else.
 */
export class OwnHistory {
  readonly #done: Step[] = [];
  #undone: Step[] = [];

  /** Notes one step: the matrix as it was shown before, and the cells that are set. */
  note(before: Matrix, edits: readonly RowEdit[]): void {
    if (edits.length === 0) return;
    this.#done.push({ before: edits.map((edit) => inverseOf(before, edit)), after: edits });
    this.#undone = [];
    if (this.#done.length > mostSteps) this.#done.shift();
  }

  /** The cells to set to take the last step back; none when there is nothing left. */
  takeBack(): readonly RowEdit[] {
    const step = this.#done.pop();
    if (step === undefined) return [];
    this.#undone.push(step);
    return step.before;
  }

  /** The cells to set to do again what was taken back last; none when there is nothing, or something else was done since. */
  doAgain(): readonly RowEdit[] {
    const step = this.#undone.pop();
    if (step === undefined) return [];
    this.#done.push(step);
    return step.after;
  }
}

function inverseOf(before: Matrix, { rowId, letters }: RowEdit): RowEdit {
  const was = Object.keys(letters).map((columnId) => [columnId, lettersOf(before, rowId, columnId).join('')]);
  return { rowId, letters: Object.fromEntries(was) as Record<string, string> };
}
