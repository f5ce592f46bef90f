import type { KeyboardEvent } from 'react';
import { useCallback, useState } from 'react';
import type { MatrixColumn, MatrixRow } from '../matrix.ts';
import { lettersOf } from '../matrix.ts';
import { setLetters, toggleLetter } from '../matrixEdits.ts';
import type { MatrixLetter } from '../variants.ts';
import { isLetterOf } from '../variants.ts';
import { letterName, LetterPicker } from './LetterPicker.tsx';
import { ownEvents } from './ownEvents.ts';
import type { MatrixModel } from './useMatrix.ts';

interface MatrixCellProps {
  readonly model: MatrixModel;
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly at: string;
  /** Keys that the cell itself has no use for: moving about. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A cell: pressing it or Enter opens its letters, a letter's key toggles it, Delete clears it. */
export function MatrixCell({ model, row, column, at, onKeyDown }: MatrixCellProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  const { matrix, t, edit } = model;
  const { variant } = matrix;
  const letters = lettersOf(matrix, row.id, column.id);
  const place = { row: model.nameOf(row), column: model.nameOf(column) };
  const meanings = letters.map((letter) => letterName(t, variant, letter)).join(', ');
  const label =
    letters.length === 0
      ? t('matrix.cell.none', place)
      : t('matrix.cell', { ...place, letters: letters.join(''), meanings });

  const handleToggle = (letter: MatrixLetter) =>
    edit((newest) => toggleLetter(newest, row.id, column.id, letter));
  const handleClear = () => edit(() => setLetters(row.id, column.id, []));
  const handleKeyDown = (event: KeyboardEvent) => {
    const letter = event.key.toUpperCase();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && isLetterOf(variant, letter)) handleToggle(letter);
    else if (isPlain && (event.key === 'Delete' || event.key === 'Backspace')) handleClear();
    else onKeyDown(event);
  };

  if (!model.canEdit) {
    return (
      <td className="cg-matrix-cell" aria-label={label}>
        <Letters letters={letters} />
      </td>
    );
  }
  return (
    <td className="cg-matrix-cell">
      <button
        type="button"
        className="cg-matrix-button"
        data-at={at}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={handleKeyDown}
        {...ownEvents}
      >
        <Letters letters={letters} />
      </button>
      {isOpen && (
        <LetterPicker
          variant={variant}
          letters={letters}
          label={t('matrix.letters', place)}
          t={t}
          onToggle={handleToggle}
          onClear={handleClear}
          onClose={close}
        />
      )}
    </td>
  );
}

function Letters({ letters }: { readonly letters: readonly MatrixLetter[] }) {
  return letters.map((letter) => (
    <b key={letter} className="cg-matrix-letter" data-letter={letter} aria-hidden>
      {letter}
    </b>
  ));
}
