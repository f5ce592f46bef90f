import type { KeyboardEvent } from 'react';
import type { MatrixRow } from '../matrix.ts';
import { moveRow, removeRow, renameRow } from '../matrixEdits.ts';
import { EditableName } from './EditableName.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import { PopMenu } from './PopMenu.tsx';
import type { MatrixModel } from './useMatrix.ts';

interface MatrixLineProps {
  readonly model: MatrixModel;
  readonly row: MatrixRow;
  /** The row's place, counted from 0. */
  readonly place: number;
  readonly onKeyDown: (event: KeyboardEvent, row: number, column: number) => void;
}

/** A row of the matrix: its name, and a cell for each column. */
export function MatrixLine({ model, row, place, onKeyDown }: MatrixLineProps) {
  const { matrix, t, edit } = model;
  const move = (by: number) => edit((newest) => moveRow(newest, row.id, place + by));
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') move(-1);
    else if (event.altKey && event.key === 'ArrowDown') move(1);
    else onKeyDown(event, place, -1);
  };
  const entries = [
    { label: t('matrix.moveUp'), run: () => move(-1), isDisabled: place === 0 },
    { label: t('matrix.moveDown'), run: () => move(1), isDisabled: place === matrix.rows.length - 1 },
    { label: t('matrix.remove'), run: () => edit(() => removeRow(row.id)) },
  ];
  return (
    <tr className="cg-matrix-row">
      <th scope="row">
        <span className="cg-matrix-line">
          <EditableName
            name={row.name}
            placeholder={t('matrix.row.placeholder')}
            label={model.nameOf(row)}
            canEdit={model.canEdit}
            at={`${place}:-1`}
            onRename={(name) => edit(() => renameRow(row.id, name))}
            onKeyDown={handleKeyDown}
          />
          {model.canEdit && (
            <PopMenu
              label={t('matrix.menu', { name: model.nameOf(row) })}
              face="⋯"
              className="cg-matrix-icon"
              entries={entries}
            />
          )}
        </span>
      </th>
      {matrix.columns.map((column, index) => (
        <MatrixCell
          key={column.id}
          model={model}
          row={row}
          column={column}
          at={`${place}:${index}`}
          onKeyDown={(event) => onKeyDown(event, place, index)}
        />
      ))}
    </tr>
  );
}
