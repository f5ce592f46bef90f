import type { KeyboardEvent } from 'react';
import type { DraggedLine } from '../dropPlace.ts';
import type { MatrixPlace } from '../pasteBlock.ts';
import type { Translate } from '../../translate.ts';
import type { RaciTextKey } from '../texts.ts';
import type { MatrixLetter } from '../variants.ts';
import type { LineDrag } from './useLineDrag.ts';
import type { MatrixModel } from './useMatrix.ts';

/** What rows and cells can do: the same object for as long as the table stands, so that it draws nothing anew. */
export interface MatrixActions {
  readonly t: Translate<RaciTextKey>;
  readonly edit: MatrixModel['edit'];
  /** Keys at a place: letters, moving about, and selecting. */
  readonly handleKeyDown: (event: KeyboardEvent, row: number, column: number) => void;
  /** Puts a letter into a cell or takes it out, and all that are selected with it. */
  readonly toggle: (place: MatrixPlace, letter: MatrixLetter) => void;
  /** Clears a cell, and all that are selected with it. */
  readonly clear: (place: MatrixPlace) => void;
  /** Moves a row, or a column among those of its partner. */
  readonly moveLine: (line: DraggedLine, by: number) => void;
  /** Begins to drag a row or column. */
  readonly startDrag: LineDrag['start'];
  /** A cell's letters are about to open: where fingers are used it comes near enough. */
  readonly bringNear: (place: MatrixPlace) => void;
}
