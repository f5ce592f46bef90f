import { atom, type Atom } from '@tldraw/tldraw';
import type { Matrix } from '../matrix.ts';
import type { MatrixRange } from '../matrixRange.ts';
import { isWide, rangeBetween } from '../matrixRange.ts';
import type { MatrixPlace } from '../pasteBlock.ts';

/** A place by the ids of its row and column, null for a head: it stays where it is when others add or move lines. */
interface FixedPlace {
  readonly rowId: string | null;
  readonly columnId: string | null;
}

type Lines = Pick<Matrix, 'rows' | 'columns'>;

/**
 * Which places of the table this person has selected: from where the selection began to where the focus went. It stands
 * beside the rows, so that selecting draws none of them anew.
 */
export class RangeSelection {
  readonly #ends: Atom<{ readonly anchor: FixedPlace; readonly head: FixedPlace } | null> = atom(
    'selected range',
    null,
  );

  /** Selects one place and nothing else. */
  startAt(lines: Lines, place: MatrixPlace): void {
    const at = fixed(lines, place);
    this.#ends.set({ anchor: at, head: at });
  }

  /** Selects all from where the selection began to a place. */
  extendTo(lines: Lines, place: MatrixPlace): void {
    const head = fixed(lines, place);
    this.#ends.set({ anchor: this.#ends.get()?.anchor ?? head, head });
  }

  /** Selects nothing. */
  clear(): void {
    this.#ends.set(null);
  }

  /** Whether the selection ends at a place: the focus that comes to it then changes nothing. */
  endsAt(lines: Lines, place: MatrixPlace): boolean {
    const head = this.#ends.get()?.head;
    const at = fixed(lines, place);
    return head?.rowId === at.rowId && head.columnId === at.columnId;
  }

  /** The selected places; null unless they are more than one, and still there. */
  rangeIn(lines: Lines): MatrixRange | null {
    const ends = this.#ends.get();
    const anchor = ends === null ? null : placeIn(lines, ends.anchor);
    const head = ends === null ? null : placeIn(lines, ends.head);
    if (anchor === null || head === null) return null;
    const range = rangeBetween(anchor, head);
    return isWide(range) ? range : null;
  }
}

function fixed({ rows, columns }: Lines, { row, column }: MatrixPlace): FixedPlace {
  return { rowId: rows[row]?.id ?? null, columnId: columns[column]?.id ?? null };
}

function placeIn({ rows, columns }: Lines, { rowId, columnId }: FixedPlace): MatrixPlace | null {
  const row = rows.findIndex(({ id }) => id === rowId);
  const column = columns.findIndex(({ id }) => id === columnId);
  const isGone = (rowId !== null && row === -1) || (columnId !== null && column === -1);
  return isGone ? null : { row, column };
}
