import { initialsOf } from '@common-ground/protocol';
import { useCallback, useState } from 'react';
import { findingIds } from '../../findings/marks.ts';
import { FindingMark } from '../../findings/FindingMark.tsx';
import type { Translate } from '../../translate.ts';
import { settleCell } from '../matrixEdits.ts';
import type { RaciTextKey } from '../texts.ts';
import type { MatrixLetter, MatrixVariant } from '../variants.ts';
import { letterName, LetterPicker } from './LetterPicker.tsx';
import type { MatrixActions } from './MatrixActions.ts';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { sayProposal } from './sayProposal.ts';
import type { CellView } from './RowViews.ts';
import { tableRoles } from './tableRoles.ts';

interface MatrixCellProps {
  readonly view: CellView;
  readonly variant: MatrixVariant;
  readonly canEdit: boolean;
  readonly actions: MatrixActions;
  /** Its place in the table, counted from 0. */
  readonly row: number;
  readonly column: number;
}

/** A cell: pressing it or Enter opens its letters, a letter's key toggles it, Delete clears it. */
export function MatrixCell({ view, variant, canEdit, actions, row, column }: MatrixCellProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  const { t, edit } = actions;
  const { columnId, letters, mark, rowId } = view;
  const label = cellLabel(t, view, variant);
  const cell = {
    className: 'cg-matrix-cell',
    'data-findings': findingIds(mark.findings) || undefined,
    'data-differs': view.proposals.length > 0 || undefined,
    'data-highlighted': mark.isHighlighted || undefined,
  };

  const handleSettle = (chosen: readonly MatrixLetter[]) => {
    edit(() => settleCell(rowId, columnId, chosen));
    close();
  };

  if (!canEdit) {
    return (
      <td {...cell} {...tableRoles.cell} aria-label={label}>
        <CellContent view={view} />
        <FindingMark findings={mark.findings} />
      </td>
    );
  }
  return (
    <td {...cell} {...tableRoles.gridCell}>
      <button
        type="button"
        className="cg-matrix-button"
        data-at={`${row}:${column}`}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => {
          if (!isOpen) actions.bringNear({ row, column });
          setIsOpen(!isOpen);
        }}
        onKeyDown={(event) => actions.handleKeyDown(event, row, column)}
        {...ownEvents}
      >
        <CellContent view={view} />
      </button>
      {isOpen && (
        <LetterPicker
          variant={variant}
          letters={letters}
          label={t('matrix.letters', { row: view.rowName, column: view.columnName })}
          t={t}
          proposals={view.proposals}
          onSettle={handleSettle}
          onToggle={(letter) => actions.toggle({ row, column }, letter)}
          onClear={() => actions.clear({ row, column })}
          onClose={close}
        />
      )}
      <FindingMark findings={mark.findings} />
    </td>
  );
}

/** Row, column and value, and then what is the matter with it. */
function cellLabel(
  t: Translate<RaciTextKey>,
  { rowName, columnName, letters, mark, proposals }: CellView,
  variant: MatrixVariant,
): string {
  const place = { row: rowName, column: columnName };
  const meanings = letters.map((letter) => letterName(t, variant, letter)).join(', ');
  const label =
    letters.length === 0
      ? t('matrix.cell.none', place)
      : t('matrix.cell', { ...place, letters: letters.join(''), meanings });
  const said = proposals.map((proposal) => sayProposal(t, proposal)).join('; ');
  const differs = said === '' ? '' : t('matrix.differs', { said });
  return [label, differs, mark.spoken].filter((part) => part !== '').join('. ');
}

/** The letters; where the partners differ and nothing is settled, who said what. */
function CellContent({ view: { letters, proposals } }: { readonly view: CellView }) {
  if (proposals.length === 0) return <Letters letters={letters} />;
  return (
    <span className="cg-matrix-said" aria-hidden>
      {proposals.slice(0, shownProposals).map((proposal) => (
        <span key={proposal.letters.join('')} className="cg-matrix-said-line">
          <b>{proposal.letters.length === 0 ? '–' : proposal.letters.join('')}</b>
          <span className="cg-matrix-said-by">
            {proposal.partners.map(({ name }) => initialsOf(name)).join(' ')}
          </span>
        </span>
      ))}
      {proposals.length > shownProposals && <span>…</span>}
    </span>
  );
}

/** More lines do not fit into a cell; the list beside the canvas has all. */
const shownProposals = 3;

function Letters({ letters }: { readonly letters: readonly MatrixLetter[] }) {
  return letters.map((letter) => (
    <b key={letter} className="cg-matrix-letter" data-letter={letter} aria-hidden>
      {letter}
    </b>
  ));
}
