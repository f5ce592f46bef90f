import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import { FindingMark } from '../../findings/FindingMark.tsx';
import { findingIds } from '../../findings/marks.ts';
import { removeRow, renameRow } from '../matrixEdits.ts';
import { EditableName } from './EditableName.tsx';
import type { MatrixActions } from './MatrixActions.ts';
import { MatrixCell } from './MatrixCell.tsx';
import { PopMenu } from './PopMenu.tsx';
import type { RowView } from './RowViews.ts';
import { tableRoles } from './tableRoles.ts';

interface MatrixLineProps {
  readonly view: RowView;
  readonly actions: MatrixActions;
}

/** A row of the matrix: its name, and a cell for each column. It is drawn again when its view is another one (`RowViews`). */
export const MatrixLine = memo(Line);

function Line({ view, actions }: MatrixLineProps) {
  const { row, place, isLast, name, mark, cells, canEdit, variant } = view;
  const { t, edit } = actions;
  const line = { kind: 'row', id: row.id } as const;
  const move = (by: number) => actions.moveLine(line, by);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') move(-1);
    else if (event.altKey && event.key === 'ArrowDown') move(1);
    else actions.handleKeyDown(event, place, -1);
  };
  const entries = [
    { label: t('matrix.moveUp'), run: () => move(-1), isDisabled: place === 0 },
    { label: t('matrix.moveDown'), run: () => move(1), isDisabled: isLast },
    { label: t('matrix.remove'), run: () => edit(() => removeRow(row.id)) },
  ];
  return (
    <tr {...tableRoles.row} className="cg-matrix-row" data-highlighted={mark.isHighlighted || undefined}>
      <th {...tableRoles.rowHead} scope="row" data-findings={findingIds(mark.findings) || undefined}>
        <span className="cg-matrix-line">
          <EditableName
            name={row.name}
            placeholder={t('matrix.row.placeholder')}
            label={name}
            spoken={mark.spoken}
            shortcuts="Alt+ArrowUp Alt+ArrowDown"
            canEdit={canEdit}
            at={`${place}:-1`}
            onRename={(next) => edit(() => renameRow(row.id, next))}
            onKeyDown={handleKeyDown}
          />
          <FindingMark findings={mark.findings} />
          {canEdit && (
            <PopMenu
              label={t('matrix.menu', { name })}
              face="⋯"
              hint={t('matrix.menu.hint')}
              className="cg-matrix-icon"
              entries={entries}
              onGrip={(event) => actions.startDrag(event, line)}
            />
          )}
        </span>
      </th>
      {cells.map((cell, column) => (
        <MatrixCell
          key={cell.columnId}
          view={cell}
          variant={variant}
          canEdit={canEdit}
          actions={actions}
          row={place}
          column={column}
        />
      ))}
    </tr>
  );
}
