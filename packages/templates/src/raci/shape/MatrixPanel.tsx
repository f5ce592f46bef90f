import type { PartnerId } from '@common-ground/protocol';
import type { ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DraggedLine } from '../dropPlace.ts';
import { matrixSizes } from '../matrixGeometry.ts';
import { columnGroups, partnerName } from './columnGroups.ts';
import { cssVariables } from './cssVariables.ts';
import '../../handling/shape/spoken.css';
import './matrix.css';
import { MatrixFiles } from './MatrixFiles.tsx';
import type { MatrixHeadProps } from './MatrixHead.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import { MatrixOverlay } from './MatrixOverlay.tsx';
import { moveLine } from './moveLine.ts';
import { RangeSelection } from './RangeSelection.ts';
import { SpokenLine } from './SpokenLine.ts';
import { useLineDrag } from './useLineDrag.ts';
import { useMatrixActions } from './useMatrixActions.ts';
import type { MatrixTools } from './useMatrixActions.ts';
import { useSelecting } from './useSelecting.ts';
import type { MatrixPlace } from '../pasteBlock.ts';
import type { WidgetOptions } from '../../widgetOptions.ts';
import type { MatrixShape } from './MatrixShape.ts';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { placeOfTarget } from './placeOfTarget.ts';
import { PopMenu } from './PopMenu.tsx';
import { RowViews } from './RowViews.ts';
import type { MatrixModel } from './useMatrix.ts';
import { useClipboard } from './useClipboard.ts';
import { useMatrix } from './useMatrix.ts';
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
  const tools = useTools(shape, panel, model, focusAt);
  useClipboard(panel, model, tools.selection);
  useSelecting(panel, tools);
  useOwnUndo(panel, model);
  useGoTo(model, focusAt);
  const { matrix, t } = model;
  const [views] = useState(() => new RowViews());
  const size = { rows: matrix.rows.length, columns: matrix.columns.length };
  const { actions, addRowAtEnd, handleAddColumn } = useMatrixActions(tools);

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
        <Head model={model} actions={actions} onAddColumn={handleAddColumn} />
        <tbody {...tableRoles.group}>
          {views.of(model).map((view) => (
            <MatrixLine key={view.row.id} view={view} actions={actions} />
          ))}
        </tbody>
      </table>
      <MatrixOverlay model={model} wishedW={shape.props.w} {...tools} />
      {model.canEdit && (
        <MatrixFoot model={model} onAddRow={addRowAtEnd} onAddColumn={handleAddColumn}>
          <MatrixFiles model={model} options={options} panel={panel} />
        </MatrixFoot>
      )}
    </div>
  );
}

type FocusAt = (row: number, column: number) => void;

/** What the table's parts work with, the same object while the table stands, so that they are not drawn anew. */
function useTools(
  { id, props }: MatrixShape,
  panel: RefObject<HTMLDivElement | null>,
  { matrix, edit, newId, t }: MatrixModel,
  focusAt: FocusAt,
): MatrixTools {
  const newest = useNewest(matrix);
  const wishedW = useNewest(props.w);
  const [selection] = useState(() => new RangeSelection());
  const [spoken] = useState(() => new SpokenLine());
  const showing = useShowPlace(id);
  const drop = useCallback(
    (line: DraggedLine, index: number) => moveLine({ edit, spoken, t }, line, () => index),
    [edit, spoken, t],
  );
  const lineDrag = useLineDrag({ panel, newest, wishedW, drop });
  return useMemo(() => {
    const extendTo = (place: MatrixPlace) => {
      selection.extendTo(newest.current, place);
      focusAt(place.row, place.column);
      showing.show(place);
    };
    return { t, edit, newId, newest, selection, spoken, lineDrag, focusAt, extendTo, ...showing };
  }, [t, edit, newId, newest, selection, spoken, lineDrag, focusAt, showing]);
}

/** The newest of a value, for what looks at it later. */
function useNewest<T>(value: T): RefObject<T> {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  }, [value]);
  return newest;
}

/** Brings the focus to what somebody is led to, so that a keyboard or a screen reader goes on from there. */
function useGoTo({ highlighted, matrix }: MatrixModel, focusAt: FocusAt) {
  const newest = useNewest(matrix);
  useEffect(() => {
    const place = highlighted
      .map((target) => placeOfTarget(newest.current, target))
      .find((at) => at !== null);
    if (place !== undefined) focusAt(place.row, place.column);
  }, [highlighted, focusAt, newest]);
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
}: { readonly model: MatrixModel } & Pick<MatrixHeadProps, 'onAddColumn' | 'actions'>) {
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
