import type { Partner } from '@common-ground/protocol';
import type { Editor, TLShapeId } from '@tldraw/tldraw';
import { uniqueId, useEditor, useValue } from '@tldraw/tldraw';
import { useCallback, useMemo } from 'react';
import type { Target } from '../../findings/Finding.ts';
import type { Translate } from '../../translate.ts';
import { createTranslate } from '../../translate.ts';
import { lineName } from '../lineName.ts';
import type { Matrix, MatrixColumn, MatrixRow } from '../matrix.ts';
import type { MetaPatch } from '../matrixKeys.ts';
import { matrixOf } from '../matrixOf.ts';
import { matrixShapeType } from '../matrixWidget.ts';
import type { RaciTextKey } from '../texts.ts';
import { texts } from '../texts.ts';
import type { WidgetOptions, WidgetWriting } from '../../widgetOptions.ts';
import type { Comparison } from '../compareViews.ts';
import { compareViews } from '../compareViews.ts';
import { withSettlements } from '../settleEdits.ts';
import type { MatrixMarks } from './matrixMarks.ts';
import { matrixMarks } from './matrixMarks.ts';
import { OwnHistory } from './OwnHistory.ts';
import type { RowEdit } from './ownViewEdits.ts';
import { shownMatrix, withoutCells, writeOwn } from './ownViewEdits.ts';
import type { MatrixShape } from './MatrixShape.ts';

/** A matrix as its parts on the screen need it. */
export interface MatrixModel {
  readonly matrix: Matrix;
  readonly partners: readonly Partner[];
  readonly t: Translate<RaciTextKey>;
  /** Whose own view is being filled in, unseen by the others; null while the group's matrix is shown. */
  readonly writing: WidgetWriting | null;
  /** The partners' views laid over each other once they are revealed. */
  readonly comparison: Comparison | null;
  /** False for observers and on a locked shape. */
  readonly canEdit: boolean;
  /** Whether the pointer works in the table: only with the select tool, so that others can draw across it. */
  readonly isTouchable: boolean;
  readonly marks: MatrixMarks;
  /** What of this matrix somebody is led to just now. */
  readonly highlighted: readonly Target[];
  /** Writes what an edit of the newest matrix answers, as one step of the undo history. Stays the same function. */
  readonly edit: (change: (matrix: Matrix) => MetaPatch) => void;
  /** Takes back what this person last filled into the own view. */
  readonly undoOwn: () => void;
  /** Fills in again what this person last took back in the own view. */
  readonly redoOwn: () => void;
  /** A new row's or column's id. */
  readonly newId: () => string;
  /** How to speak of a row or column, named or not. */
  readonly nameOf: (line: MatrixRow | MatrixColumn) => string;
}

/** Reads a matrix shape and writes to it key by key. */
export function useMatrix(shape: MatrixShape, options: WidgetOptions): MatrixModel {
  const editor = useEditor();
  const { id } = shape;
  const partners = useValue('partners of the board', () => options.partners(), [options]);
  const language = useValue('language', () => options.language(), [options]);
  const findings = useValue('findings', () => options.findings(), [options]);
  const led = useValue('highlighted', () => options.highlighted(), [options]);
  const highlighted = useMemo(
    () => led.filter((target) => !('shapeId' in target) || target.shapeId === id),
    [led, id],
  );
  const canEdit = useValue(
    'may edit the matrix',
    () => {
      const own = options.writing();
      const mayWrite = own === null || own.canWrite;
      return mayWrite && !editor.getIsReadonly() && !editor.isShapeOrAncestorLocked(shape);
    },
    [editor, shape, options],
  );
  const isSelecting = useValue('select tool is on', () => editor.isIn('select'), [editor]);
  const shared = matrixOf(id, shape.meta, shape.props.variant);
  const writing = useValue('own view', () => options.writing(), [options]);
  const matrix = useMemo(() => shownMatrix(shared, id, writing), [shared, id, writing]);
  const comparison = useComparison(shared, writing, partners);
  const t = useMemo(() => createTranslate(texts, language), [language]);
  const marks = useMemo(
    // What the rules find is about the group's matrix, and says nothing of an own view.
    () => matrixMarks(id, writing === null ? findings : [], highlighted, language),
    [id, writing, findings, highlighted, language],
  );

  const { edit, undoOwn, redoOwn } = useMatrixEdits(editor, id, options);
  const { rows, columns } = matrix;
  const nameOf = useCallback(
    (line: MatrixRow | MatrixColumn) => lineName(line, { rows, columns }, t),
    [rows, columns, t],
  );

  return {
    matrix,
    partners,
    t,
    writing,
    comparison,
    canEdit,
    isTouchable: canEdit && isSelecting,
    marks,
    highlighted,
    edit,
    undoOwn,
    redoOwn,
    newId: uniqueId,
    nameOf,
  };
}

/** Edits of a matrix: of the group's on the canvas, and while views are filled in of the own one beside it. */
function useMatrixEdits(editor: Editor, id: TLShapeId, options: WidgetOptions) {
  const history = useMemo(() => new OwnHistory(), []);
  const edit = useCallback(
    (edit: (matrix: Matrix) => MetaPatch) => {
      const current = editor.getShape<MatrixShape>(id);
      if (current === undefined) return;
      const own = options.writing();
      const shown = shownMatrix(matrixOf(id, current.meta, current.props.variant), id, own);
      const order = options.partners().map((partner) => partner.id);
      const change = withSettlements(shown, edit(shown), order);
      const cells: RowEdit[] = [];
      const patch = own === null ? change : withoutCells(change, (row) => cells.push(row));
      if (own !== null) for (const row of cells) writeOwn(own, id, row);
      history.note(shown, cells);
      if (Object.keys(patch).length === 0) return;
      editor.markHistoryStoppingPoint('edit the matrix');
      // tldraw merges meta key by key, so a patch leaves every other key as it is.
      editor.updateShape<MatrixShape>({ id, type: matrixShapeType, meta: patch });
    },
    [editor, id, options, history],
  );
  const { undoOwn, redoOwn } = useMemo(() => {
    const writing = (steps: () => readonly RowEdit[]) => () => {
      const own = options.writing();
      if (own !== null) for (const row of steps()) writeOwn(own, id, row);
    };
    return { undoOwn: writing(() => history.takeBack()), redoOwn: writing(() => history.doAgain()) };
  }, [id, options, history]);
  return { edit, undoOwn, redoOwn };
}

/** The partners' views laid over each other; null while they are written, and where there are none. */
function useComparison(
  shared: Matrix,
  writing: WidgetWriting | null,
  partners: readonly Partner[],
): Comparison | null {
  return useMemo(() => {
    if (writing !== null || shared.views.size === 0) return null;
    return compareViews(
      shared,
      partners.map((partner) => partner.id),
    );
  }, [shared, writing, partners]);
}
