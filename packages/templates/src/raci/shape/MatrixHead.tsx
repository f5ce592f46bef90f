import type { Partner, PartnerId } from '@common-ground/protocol';
import { initialsOf } from '@common-ground/protocol';
import { getDefaultColorTheme, useIsDarkMode } from '@tldraw/tldraw';
import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import { FindingMark } from '../../findings/FindingMark.tsx';
import { findingIds } from '../../findings/marks.ts';
import type { MatrixColumn } from '../matrix.ts';
import { removeColumn, renameColumn } from '../matrixEdits.ts';
import type { ColumnGroup } from './columnGroups.ts';
import { partnerName } from './columnGroups.ts';
import { cssVariables } from './cssVariables.ts';
import { EditableName } from './EditableName.tsx';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { PopMenu } from './PopMenu.tsx';
import type { MatrixActions } from './MatrixActions.ts';
import type { MatrixModel } from './useMatrix.ts';
import type { MatrixVariant } from '../variants.ts';
import { tableRoles } from './tableRoles.ts';

/** What the heads are drawn from; all of it stays the same while only letters change. */
export interface MatrixHeadProps extends Pick<MatrixModel, 'marks' | 'canEdit' | 't' | 'edit' | 'nameOf'> {
  readonly variant: MatrixVariant;
  readonly groups: readonly ColumnGroup[];
  /** Whose own view is being filled in; null while the group's matrix is shown. */
  readonly ownView: Partner | 'watching' | null;
  /** Rows of it that are on this device only. */
  readonly waitingRows: number;
  readonly onAddColumn: (partnerId: PartnerId | null) => void;
  readonly actions: MatrixActions;
}

/** The two lines over the letters: partners, and below each its people or roles. */
export const MatrixHead = memo(Heads);

function Heads(props: MatrixHeadProps) {
  const { actions, groups, onAddColumn, ownView, t, variant, waitingRows } = props;
  const columns = groups.flatMap((group) => group.columns);
  return (
    <thead {...tableRoles.group}>
      <tr {...tableRoles.row} className="cg-matrix-partners">
        <td {...tableRoles.cell} rowSpan={2} className="cg-matrix-corner">
          <span className="cg-matrix-variant">{variant.toUpperCase()}</span>
          {ownView !== null && <OwnViewSign ownView={ownView} waitingRows={waitingRows} t={t} />}
        </td>
        {groups.map((group) => (
          <PartnerHead key={group.partnerId ?? ''} model={props} group={group} onAddColumn={onAddColumn} />
        ))}
      </tr>
      <tr {...tableRoles.row} className="cg-matrix-columns">
        {columns.map((column, index) => (
          <ColumnHead
            key={column.id}
            model={props}
            column={column}
            siblings={groups.find(({ partnerId }) => partnerId === column.partnerId)?.columns ?? []}
            at={`-1:${index}`}
            actions={actions}
            onKeyDown={(event) => actions.handleKeyDown(event, -1, index)}
          />
        ))}
      </tr>
    </thead>
  );
}

/** Says whose view is being filled in: nobody should take it for the group's matrix. */
function OwnViewSign({
  ownView,
  waitingRows,
  t,
}: Pick<MatrixHeadProps, 'waitingRows' | 't'> & { readonly ownView: Partner | 'watching' }) {
  if (ownView === 'watching') return <span className="cg-matrix-own">{t('matrix.ownView.watching')}</span>;
  return (
    <span className="cg-matrix-own">
      <b>{t('matrix.ownView', { partner: ownView.name })}</b> {t('matrix.ownView.unseen')}
      {waitingRows > 0 && (
        <output className="cg-matrix-waiting">
          {waitingRows === 1
            ? t('matrix.ownView.waitingOne')
            : t('matrix.ownView.waiting', { count: waitingRows })}
        </output>
      )}
    </span>
  );
}

/** What a head needs of the matrix. */
type HeadModel = Pick<MatrixHeadProps, 'marks' | 'canEdit' | 't' | 'edit' | 'nameOf'>;

interface PartnerHeadProps {
  readonly model: HeadModel;
  readonly group: ColumnGroup;
  readonly onAddColumn: (partnerId: PartnerId | null) => void;
}

function PartnerHead({ model, group, onAddColumn }: PartnerHeadProps) {
  const { t } = model;
  const { partner, partnerId, columns } = group;
  const name = partnerName(t, group);
  const label = t('matrix.addColumnFor', { partner: name });
  const mark = partnerId === null ? null : model.marks.partner(partnerId);
  return (
    <th
      {...tableRoles.columnHead}
      scope="colgroup"
      colSpan={columns.length}
      className="cg-matrix-partner"
      data-findings={findingIds(mark?.findings ?? []) || undefined}
      data-highlighted={mark?.isHighlighted === true || undefined}
      style={usePartnerStyle(partner, columns.length)}
    >
      <span className="cg-matrix-partner-line">
        {partner !== null && (
          <span className="cg-matrix-initials" aria-hidden>
            {initialsOf(partner.name)}
          </span>
        )}
        <span className="cg-matrix-partner-name" title={name}>
          {name}
        </span>
        <FindingMark findings={mark?.findings ?? []} />
        <span className="cg-spoken">{mark?.spoken}</span>
        {model.canEdit && (
          <button
            type="button"
            className="cg-matrix-icon"
            aria-label={label}
            title={label}
            onClick={() => onAddColumn(partnerId)}
            {...ownEvents}
          >
            +
          </button>
        )}
      </span>
    </th>
  );
}

function usePartnerStyle(partner: Partner | null, columns: number) {
  const theme = getDefaultColorTheme({ isDarkMode: useIsDarkMode() });
  const colour = theme[partner?.colour ?? 'grey'];
  return {
    ...cssVariables({ '--cg-partner': colour.solid, '--cg-partner-tint': colour.semi }),
    gridColumn: `span ${columns}`,
  };
}

interface ColumnHeadProps {
  readonly model: HeadModel;
  readonly column: MatrixColumn;
  readonly siblings: readonly MatrixColumn[];
  readonly at: string;
  readonly actions: MatrixActions;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function ColumnHead({ model, column, siblings, at, actions, onKeyDown }: ColumnHeadProps) {
  const { t, edit } = model;
  const place = siblings.findIndex(({ id }) => id === column.id);
  const line = { kind: 'column', id: column.id } as const;
  const move = (by: number) => actions.moveLine(line, by);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowLeft') move(-1);
    else if (event.altKey && event.key === 'ArrowRight') move(1);
    else onKeyDown(event);
  };
  const entries = [
    { label: t('matrix.moveLeft'), run: () => move(-1), isDisabled: place === 0 },
    { label: t('matrix.moveRight'), run: () => move(1), isDisabled: place === siblings.length - 1 },
    { label: t('matrix.remove'), run: () => edit(() => removeColumn(column.id)) },
  ];
  const mark = model.marks.column(column.id);
  return (
    <th
      {...tableRoles.columnHead}
      scope="col"
      className="cg-matrix-column"
      data-findings={findingIds(mark.findings) || undefined}
      data-highlighted={mark.isHighlighted || undefined}
    >
      <span className="cg-matrix-line">
        <EditableName
          name={column.name}
          placeholder={t('matrix.column.placeholder')}
          label={model.nameOf(column)}
          spoken={mark.spoken}
          shortcuts="Alt+ArrowLeft Alt+ArrowRight"
          canEdit={model.canEdit}
          at={at}
          onRename={(name) => edit(() => renameColumn(column.id, name))}
          onKeyDown={handleKeyDown}
        />
        <FindingMark findings={mark.findings} />
        {model.canEdit && (
          <PopMenu
            label={t('matrix.menu', { name: model.nameOf(column) })}
            face="⋯"
            hint={t('matrix.menu.hint')}
            className="cg-matrix-icon"
            entries={entries}
            onGrip={(event) => actions.startDrag(event, line)}
          />
        )}
      </span>
    </th>
  );
}
