import type { KeyboardEvent } from 'react';
import type { MatrixPlace } from '../pasteBlock.ts';
import type { Translate } from '../../translate.ts';
import type { RaciTextKey } from '../texts.ts';
import type { MatrixModel } from './useMatrix.ts';

/** What rows and cells can do: the same object for as long as the table stands, so that it draws nothing anew. */
export interface MatrixActions {
  readonly t: Translate<RaciTextKey>;
  readonly edit: MatrixModel['edit'];
  /** Keys that the place itself has no use for: moving about. */
  readonly handleKeyDown: (event: KeyboardEvent, row: number, column: number) => void;
  /** A cell's letters are about to open: where fingers are used it comes near enough. */
  readonly bringNear: (place: MatrixPlace) => void;
}
