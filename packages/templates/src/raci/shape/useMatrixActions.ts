import type { PartnerId } from '@common-ground/protocol';
import type { KeyboardEvent, RefObject } from 'react';
import { useMemo } from 'react';
import type { Matrix } from '../matrix.ts';
import { addColumn, addRow } from '../matrixEdits.ts';
import type { MetaPatch } from '../matrixKeys.ts';
import type { MatrixRange } from '../matrixRange.ts';
import { isIn, isWide, rangeBetween } from '../matrixRange.ts';
import type { MatrixPlace } from '../pasteBlock.ts';
import { clearRange, toggleInRange } from '../rangeEdits.ts';
import type { MatrixLetter } from '../variants.ts';
import { isLetterOf } from '../variants.ts';
import type { MatrixActions } from './MatrixActions.ts';
import { moveOf } from './matrixKeyboard.ts';
import { moveLine } from './moveLine.ts';
import type { RangeSelection } from './RangeSelection.ts';
import { sayLetters } from './sayLetters.ts';
import type { SpokenLine } from './SpokenLine.ts';
import type { LineDrag } from './useLineDrag.ts';
import type { MatrixModel } from './useMatrix.ts';
import type { ShowPlace } from './useShowPlace.ts';

/** What rows and cells do their work with; all of it stays the same while the table stands. */
export interface MatrixTools extends Pick<MatrixModel, 't' | 'edit' | 'newId'>, ShowPlace {
  readonly newest: RefObject<Matrix>;
  readonly selection: RangeSelection;
  readonly spoken: SpokenLine;
  readonly lineDrag: LineDrag;
  /** Brings the focus to a place. */
  readonly focusAt: (row: number, column: number) => void;
  /** Extends the selection to a place, and goes there. */
  readonly extendTo: (place: MatrixPlace) => void;
}

/** What rows and cells do, by functions that stay the same and look at the newest matrix when they are called. */
export function useMatrixActions(tools: MatrixTools) {
  return useMemo(() => {
    const { edit, newId, newest, focusAt } = tools;
    const addRowAtEnd = () => {
      edit((matrix) => addRow(matrix, { id: newId() }));
      focusAt(newest.current.rows.length, -1);
    };
    const handleAddColumn = (partnerId: PartnerId | null) =>
      edit((matrix) => addColumn(matrix, { id: newId(), partnerId }));
    return { actions: actionsOf(tools, addRowAtEnd), addRowAtEnd, handleAddColumn };
  }, [tools]);
}

function actionsOf(tools: MatrixTools, addRowAtEnd: () => void): MatrixActions {
  const { t, edit, bringNear, newest, selection, lineDrag } = tools;
  const handleLetters = (event: KeyboardEvent, range: MatrixRange): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const letter = event.key.toUpperCase();
    if (isLetterOf(newest.current.variant, letter)) change(tools, range, toggling(range, letter));
    else if (event.key === 'Delete' || event.key === 'Backspace') change(tools, range, clearing(range));
    else return false;
    return true;
  };
  return {
    t,
    edit,
    bringNear,
    startDrag: lineDrag.start,
    moveLine: (line, by) => moveLine(tools, line, (at) => at + by),
    toggle: (place, letter) => {
      const range = rangeWith(tools, place);
      change(tools, range, toggling(range, letter));
    },
    clear: (place) => {
      const range = rangeWith(tools, place);
      change(tools, range, clearing(range));
    },
    handleKeyDown: (event, row, column) => {
      const place = { row, column };
      const range = rangeWith(tools, place);
      const isCell = row !== -1 && column !== -1;
      if ((isCell || isWide(range)) && handleLetters(event, range)) return;
      if (selectByKey(tools, event, place)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const { rows, columns } = newest.current;
      const move = moveOf(event, place, { rows: rows.length, columns: columns.length });
      if (move === null) return;
      event.preventDefault();
      if (move === 'add-row') addRowAtEnd();
      else if (event.shiftKey) tools.extendTo(move);
      else {
        selection.startAt(newest.current, move);
        tools.focusAt(move.row, move.column);
        tools.show(move);
      }
    },
  };
}

/** What is selected, if a place is in it; else the place alone. */
function rangeWith({ newest, selection }: MatrixTools, place: MatrixPlace): MatrixRange {
  const range = selection.rangeIn(newest.current);
  return range !== null && isIn(place, range) ? range : rangeBetween(place, place);
}

type RangeEdit = (matrix: Matrix) => MetaPatch;

function toggling(range: MatrixRange, letter: MatrixLetter): RangeEdit {
  return (matrix) => toggleInRange(matrix, range, letter);
}

function clearing(range: MatrixRange): RangeEdit {
  return (matrix) => clearRange(matrix, range);
}

/** Writes what an edit answers, and says what came of it. */
function change({ edit, newest, spoken, t }: MatrixTools, range: MatrixRange, editOf: RangeEdit): void {
  let patch: MetaPatch = {};
  edit((matrix) => (patch = editOf(matrix)));
  const letters = isWide(range) ? null : (Object.values(patch)[0] ?? '');
  spoken.say(
    letters === null
      ? t('matrix.changed', { count: Object.keys(patch).length })
      : sayLetters(t, newest.current.variant, letters),
  );
}

/** Ctrl or Cmd with A selects every cell, Escape the place alone again; false for any other key. */
function selectByKey({ newest, selection, focusAt }: MatrixTools, event: KeyboardEvent, place: MatrixPlace) {
  const { rows, columns } = newest.current;
  const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
  if (isAll && rows.length > 0 && columns.length > 0) {
    selection.startAt(newest.current, { row: rows.length - 1, column: columns.length - 1 });
    selection.extendTo(newest.current, { row: 0, column: 0 });
    focusAt(0, 0);
    return true;
  }
  if (event.key !== 'Escape' || selection.rangeIn(newest.current) === null) return false;
  selection.startAt(newest.current, place);
  return true;
}
