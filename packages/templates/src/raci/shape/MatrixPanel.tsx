import type { PartnerId } from '@common-ground/protocol';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { addColumn, addRow } from '../matrixEdits.ts';
import { matrixSizes } from '../matrixGeometry.ts';
import { columnGroups, partnerName } from './columnGroups.ts';
import { cssVariables } from './cssVariables.ts';
import './matrix.css';
import { moveOf } from './matrixKeyboard.ts';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixLine } from './MatrixLine.tsx';
import type { WidgetOptions } from '../../widgetOptions.ts';
import type { MatrixShape } from './MatrixShape.ts';
import { ownEvents } from './ownEvents.ts';
import { PopMenu } from './PopMenu.tsx';
import type { MatrixModel } from './useMatrix.ts';
import { useClipboard } from './useClipboard.ts';
import { useMatrix } from './useMatrix.ts';
import { useOwnKeys } from './useOwnKeys.ts';

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
  const { matrix, partners, t } = model;
  const groups = columnGroups(matrix.columns, partners);
  const size = { rows: matrix.rows.length, columns: matrix.columns.length };

  const handleAddRow = () => {
    model.edit((newest) => addRow(newest, { id: model.newId() }));
    focusAt(size.rows, -1);
  };
  const handleAddColumn = (partnerId: PartnerId | null) =>
    model.edit((newest) => addColumn(newest, { id: model.newId(), partnerId }));
  const handleKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const move = moveOf(event.key, event.shiftKey, { row, column }, size);
    if (move === null) return;
    event.preventDefault();
    if (move === 'add-row') handleAddRow();
    else focusAt(move.row, move.column);
  };

  return (
    <div ref={panel} className="cg-matrix" data-touchable={model.isTouchable} {...ownKeys}>
      <table
        aria-label={t('matrix.label', { variant: matrix.variant.toUpperCase(), ...size })}
        style={rowHeights}
      >
        <colgroup>
          <col style={{ width: matrixSizes.rowHeadW }} />
          {matrix.columns.map((column) => (
            <col key={column.id} />
          ))}
        </colgroup>
        <MatrixHead model={model} groups={groups} onAddColumn={handleAddColumn} onKeyDown={handleKeyDown} />
        <tbody>
          {matrix.rows.map((row, place) => (
            <MatrixLine key={row.id} model={model} row={row} place={place} onKeyDown={handleKeyDown} />
          ))}
        </tbody>
      </table>
      {model.canEdit && <MatrixFoot model={model} onAddRow={handleAddRow} onAddColumn={handleAddColumn} />}
    </div>
  );
}

const rowHeights = cssVariables({
  '--cg-partner-h': `${matrixSizes.partnerHeadH}px`,
  '--cg-column-h': `${matrixSizes.columnHeadH}px`,
  '--cg-row-h': `${matrixSizes.rowH}px`,
});

interface MatrixFootProps {
  readonly model: MatrixModel;
  readonly onAddRow: () => void;
  readonly onAddColumn: (partnerId: PartnerId | null) => void;
}

function MatrixFoot({ model, onAddRow, onAddColumn }: MatrixFootProps) {
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
    </div>
  );
}

const nobody = { partnerId: null, partner: null } as const;

/** Moves the focus to a place of the table, also to one that is drawn only after the edit that makes it. */
function useFocus(panel: { readonly current: HTMLDivElement | null }, { matrix }: MatrixModel) {
  const wanted = useRef<string | null>(null);
  const focusWanted = () => {
    const target = panel.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"]`);
    if (target === null || target === undefined) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
  };
  useEffect(focusWanted, [matrix, panel]);
  return (row: number, column: number) => {
    wanted.current = `${row}:${column}`;
    focusWanted();
  };
}
