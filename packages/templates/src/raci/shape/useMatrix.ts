import type { Partner } from '@common-ground/protocol';
import { uniqueId, useEditor, useValue } from '@tldraw/tldraw';
import { useCallback, useMemo } from 'react';
import type { Translate } from '../../translate.ts';
import { createTranslate } from '../../translate.ts';
import { lineName } from '../lineName.ts';
import type { Matrix, MatrixColumn, MatrixRow } from '../matrix.ts';
import { parseMatrix } from '../matrix.ts';
import type { MetaPatch } from '../matrixKeys.ts';
import { matrixShapeType } from '../matrixWidget.ts';
import type { RaciTextKey } from '../texts.ts';
import { texts } from '../texts.ts';
import type { WidgetOptions } from '../../widgetOptions.ts';
import type { MatrixShape } from './MatrixShape.ts';

/** A matrix as its parts on the screen need it. */
export interface MatrixModel {
  readonly matrix: Matrix;
  readonly partners: readonly Partner[];
  readonly t: Translate<RaciTextKey>;
  /** False for observers and on a locked shape. */
  readonly canEdit: boolean;
  /** Whether the pointer works in the table: only with the select tool, so that others can draw across it. */
  readonly isTouchable: boolean;
  /** Writes what an edit of the newest matrix answers, as one step of the undo history. */
  readonly edit: (change: (matrix: Matrix) => MetaPatch) => void;
  /** A new row's or column's id. */
  readonly newId: () => string;
  /** How to speak of a row or column, named or not. */
  readonly nameOf: (line: MatrixRow | MatrixColumn) => string;
}

/** Reads a matrix shape and writes to it key by key. */
export function useMatrix(shape: MatrixShape, options: WidgetOptions): MatrixModel {
  const editor = useEditor();
  const { id, meta, props } = shape;
  const partners = useValue('partners of the board', () => options.partners(), [options]);
  const language = useValue('language', () => options.language(), [options]);
  const canEdit = useValue(
    'may edit the matrix',
    () => !editor.getIsReadonly() && !editor.isShapeOrAncestorLocked(shape),
    [editor, shape],
  );
  const isSelecting = useValue('select tool is on', () => editor.isIn('select'), [editor]);
  const matrix = useMemo(() => parseMatrix(meta, props.variant), [meta, props.variant]);
  const t = useMemo(() => createTranslate(texts, language), [language]);

  const edit = useCallback(
    (change: (matrix: Matrix) => MetaPatch) => {
      const current = editor.getShape<MatrixShape>(id);
      if (current === undefined) return;
      const patch = change(parseMatrix(current.meta, current.props.variant));
      if (Object.keys(patch).length === 0) return;
      editor.markHistoryStoppingPoint('edit the matrix');
      // tldraw merges meta key by key, so a patch leaves every other key as it is.
      editor.updateShape<MatrixShape>({ id, type: matrixShapeType, meta: patch });
    },
    [editor, id],
  );

  return {
    matrix,
    partners,
    t,
    canEdit,
    isTouchable: canEdit && isSelecting,
    edit,
    newId: uniqueId,
    nameOf: (line) => lineName(line, matrix, t),
  };
}
