import { useEffect, useRef } from 'react';
import type { Translate } from '../../translate.ts';
import type { RaciTextKey } from '../texts.ts';
import type { MatrixLetter, MatrixVariant } from '../variants.ts';
import { variantLetters } from '../variants.ts';
import type { Proposal } from '../proposalsOf.ts';
import { ownEvents } from '../../handling/shape/ownEvents.ts';
import { sayProposal } from './sayProposal.ts';
import { useDismiss } from '../../handling/shape/useDismiss.ts';

interface LetterPickerProps {
  readonly variant: MatrixVariant;
  readonly letters: readonly MatrixLetter[];
  readonly label: string;
  readonly t: Translate<RaciTextKey>;
  /** What partners said, to settle on one of it; empty where they agree. */
  readonly proposals: readonly Proposal[];
  readonly onSettle: (letters: readonly MatrixLetter[]) => void;
  readonly onToggle: (letter: MatrixLetter) => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** The letters of a cell as switches with their meaning; it stays open, since a cell may hold several. */
export function LetterPicker(props: LetterPickerProps) {
  const { variant, letters, label, t, proposals, onSettle, onToggle, onClear, onClose } = props;
  const picker = useRef<HTMLFieldSetElement>(null);
  useDismiss(picker, onClose);
  useEffect(() => picker.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset ref={picker} className="cg-matrix-pop" aria-label={label}>
      {proposals.map((proposal) => (
        <button
          key={proposal.letters.join('')}
          type="button"
          className="cg-matrix-entry cg-matrix-proposal"
          onClick={() => onSettle(proposal.letters)}
          {...ownEvents}
        >
          {t('compare.settleOn', { said: sayProposal(t, proposal) })}
        </button>
      ))}
      {variantLetters[variant].map((letter) => (
        <button
          key={letter}
          type="button"
          className="cg-matrix-entry"
          aria-pressed={letters.includes(letter)}
          onClick={() => onToggle(letter)}
          {...ownEvents}
        >
          <b className="cg-matrix-letter" data-letter={letter}>
            {letter}
          </b>
          {letterName(t, variant, letter)}
        </button>
      ))}
      <button
        type="button"
        className="cg-matrix-entry"
        disabled={letters.length === 0}
        onClick={onClear}
        {...ownEvents}
      >
        {t('matrix.cell.clear')}
      </button>
    </fieldset>
  );
}

/** What a letter stands for in a variant. */
export function letterName(t: Translate<RaciTextKey>, variant: MatrixVariant, letter: MatrixLetter): string {
  return t(`letter.${variant}.${letter}` as RaciTextKey);
}
