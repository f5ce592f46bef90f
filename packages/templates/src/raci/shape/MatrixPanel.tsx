import type { PartnerId } from '@common-ground/protocol';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { addColumn, addRow } from '../matrixEdits.ts';
import { matrixSizes } from '../matrixGeometry.ts';
import { columnGroups, partnerName } from './columnGroups.ts';
import { cssVariables } from './cssVariables.ts';
import '../../handling/shape/spoken.css';
import './matrix.css';
import type { MatrixActions } from './MatrixActions.ts';
import { moveOf } from './matrixKeyboard.ts';
import { MatrixFiles } from './MatrixFiles.tsx';
import type { MatrixHeadProps } from './MatrixHead.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import type { WidgetOptions } from '../../widgetOptions.ts';
import type { MatrixShape } from './MatrixShape.ts';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { placeOfTarget } from './placeOfTarget.ts';
import { PopMenu } from './PopMenu.tsx';
import { RowViews } from './RowViews.ts';
import type { MatrixModel } from './useMatrix.ts';
import { useClipboard } from './useClipboard.ts';
import { useMatrix } from './useMatrix.ts';
import type { ShowPlace } from './useShowPlace.ts';
import { useShowPlace } from './useShowPlace.ts';
import { useOwnUndo } from './useOwnUndo.ts';
import { useOwnKeys } from '../../handling/shape/useOwnKeys.ts';
import { tableRoles } from './tableRoles.ts';

interface MatrixPanelProps {
  readonly shape: MatrixShape;
  readonly options: WidgetOptions;
}

/** The matrix as a table, with the buttons that add to it below. */
export function MatrixPanel({ shape, options }: MatrixPanelProps) {
  const model = useMatrix(shape, options);
  const panel = useRef<HTMLDivElement>(null);
  const ownKeys = useOwnKeys(panel);
  const focusAt = useFocus(panel, model);
  useClipboard(panel, model);
  useOwnUndo(panel, model);
  useGoTo(model, focusAt);
  const { matrix, t } = model;
  const [views] = useState(() => new RowViews());
  const size = { rows: matrix.rows.length, columns: matrix.columns.length };
  const { actions, addRowAtEnd, handleAddColumn } = useActions(model, focusAt, useShowPlace(shape.id));

  return (
    <div
      ref={panel}
      className="cg-matrix"
      data-touchable={model.isTouchable}
      data-own-view={model.writing !== null || undefined}
      {...ownKeys}
    >
      {/* Rows are boxes of their own, which a browser passes over while they are off the screen; roles make a table of them. */}
      <table
        {...(model.canEdit ? tableRoles.grid : tableRoles.table)}
        aria-label={t('matrix.label', { variant: matrix.variant.toUpperCase(), ...size })}
        style={sizesFor(size.columns)}
      >
        <Head model={model} onAddColumn={handleAddColumn} onKeyDown={actions.handleKeyDown} />
        <tbody {...tableRoles.group}>
          {views.of(model).map((view) => (
            <MatrixLine key={view.row.id} view={view} actions={actions} />
          ))}
        </tbody>
      </table>
      {model.canEdit && (
        <MatrixFoot model={model} onAddRow={addRowAtEnd} onAddColumn={handleAddColumn}>
          <MatrixFiles model={model} options={options} panel={panel} />
        </MatrixFoot>
      )}
    </div>
  );
}

type FocusAt = (row: number, column: number) => void;

/** What rows and cells do, by functions that stay the same and look at the newest matrix when they are called. */
function useActions(model: MatrixModel, focusAt: FocusAt, { show, bringNear }: ShowPlace) {
  const { edit, newId, t } = model;
  const newest = useRef(model.matrix);
  useLayoutEffect(() => {
    newest.current = model.matrix;
  }, [model.matrix]);
  return useMemo(() => {
    const addRowAtEnd = () => {
      edit((matrix) => addRow(matrix, { id: newId() }));
      focusAt(newest.current.rows.length, -1);
    };
    const handleKeyDown = (event: KeyboardEvent, row: number, column: number) => {
      const { rows, columns } = newest.current;
      const size = { rows: rows.length, columns: columns.length };
      const move = moveOf(event.key, event.shiftKey, { row, column }, size);
      if (move === null) return;
      event.preventDefault();
      if (move === 'add-row') addRowAtEnd();
      else {
        focusAt(move.row, move.column);
        show(move);
      }
    };
    const handleAddColumn = (partnerId: PartnerId | null) =>
      edit((matrix) => addColumn(matrix, { id: newId(), partnerId }));
    const actions: MatrixActions = { t, edit, handleKeyDown, bringNear };
    return { actions, addRowAtEnd, handleAddColumn };
  }, [edit, newId, t, focusAt, show, bringNear]);
}

/** Brings the focus to what somebody is led to, so that a keyboard or a screen reader goes on from there. */
function useGoTo({ highlighted, matrix }: MatrixModel, focusAt: FocusAt) {
  const newest = useRef(matrix);
  useLayoutEffect(() => {
    newest.current = matrix;
  }, [matrix]);
  useEffect(() => {
    const place = highlighted
      .map((target) => placeOfTarget(newest.current, target))
      .find((at) => at !== null);
    if (place !== undefined) focusAt(place.row, place.column);
  }, [highlighted, focusAt]);
}

function sizesFor(columns: number) {
  return cssVariables({
    '--cg-partner-h': `${matrixSizes.partnerHeadH}px`,
    '--cg-column-h': `${matrixSizes.columnHeadH}px`,
    '--cg-row-h': `${matrixSizes.rowH}px`,
    '--cg-columns': `${matrixSizes.rowHeadW}px repeat(${Math.max(1, columns)}, minmax(0, 1fr))`,
  });
}

/** The heads with what they need and no more: they are not drawn again when a letter is set. */
function Head({
  model,
  ...handlers
}: { readonly model: MatrixModel } & Pick<MatrixHeadProps, 'onAddColumn' | 'onKeyDown'>) {
  const { matrix, partners, marks, canEdit, writing, t, edit, nameOf } = model;
  const { columns, variant } = matrix;
  const groups = useMemo(() => columnGroups(columns, partners), [columns, partners]);
  const own = writing === null ? null : { partner: partners.find(({ id }) => id === writing.partnerId) };
  return (
    <MatrixHead
      groups={groups}
      variant={variant}
      marks={marks}
      canEdit={canEdit}
      ownView={own === null ? null : (own.partner ?? 'watching')}
      waitingRows={writing?.waitingParts ?? 0}
      t={t}
      edit={edit}
      nameOf={nameOf}
      {...handlers}
    />
  );
}

interface MatrixFootProps {
  readonly model: MatrixModel;
  readonly onAddRow: () => void;
  readonly onAddColumn: (partnerId: PartnerId | null) => void;
  readonly children: ReactNode;
}

function MatrixFoot({ model, onAddRow, onAddColumn, children }: MatrixFootProps) {
  const { partners, t } = model;
  const owners = [...partners.map((partner) => ({ partnerId: partner.id, partner })), nobody];
  const entries = owners.map((owner) => ({
    label: partnerName(t, owner),
    run: () => onAddColumn(owner.partnerId),
  }));
  return (
    <div className="cg-matrix-foot" style={{ height: matrixSizes.footH }}>
      <button type="button" className="cg-matrix-add" onClick={onAddRow} {...ownEvents}>
        + {t('matrix.addRow')}
      </button>
      <PopMenu
        label={t('matrix.addColumn')}
        face={`+ ${t('matrix.addColumn')}`}
        className="cg-matrix-add"
        entries={entries}
      />
      {children}
    </div>
  );
}

const nobody = { partnerId: null, partner: null } as const;

/** Moves the focus to a place of the table, also to one that is drawn only after the edit that makes it. */
function useFocus(panel: RefObject<HTMLDivElement | null>, { matrix }: MatrixModel): FocusAt {
  const wanted = useRef<string | null>(null);
  const focusWanted = useCallback(() => {
    const target = panel.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"]`);
    if (target === null || target === undefined) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
  }, [panel]);
  useEffect(focusWanted, [matrix, focusWanted]);
  return useCallback(
    (row, column) => {
      wanted.current = `${row}:${column}`;
      focusWanted();
    },
    [focusWanted],
  );
}
