import type { Translate } from '../../translate.ts';
import type { RaciTextKey } from '../texts.ts';
import type { MatrixVariant } from '../variants.ts';
import { variantLetters } from '../variants.ts';
import { letterName } from './LetterPicker.tsx';

/** What a cell holds, as a screen reader says it: its letters and what they mean, or that it is empty. */
export function sayLetters(t: Translate<RaciTextKey>, variant: MatrixVariant, letters: string): string {
  const meanings = variantLetters[variant]
    .filter((letter) => letters.includes(letter))
    .map((letter) => letterName(t, variant, letter));
  return meanings.length === 0
    ? t('matrix.empty')
    : t('matrix.holds', { letters, meanings: meanings.join(', ') });
}
