import type { Band } from '../composition/Band.ts';
import { panelBand } from '../composition/panelBand.ts';
import type { RaciContext } from './agenda.ts';
import type { RaciTextKey } from './texts.ts';
import { variantLetters } from './variants.ts';

/** What each letter of the variant means, side by side. */
export function lettersBand({ options, t }: RaciContext): Band {
  const entries = variantLetters[options.variant].map((letter) => {
    const key = `letter.${options.variant}.${letter}` as LetterTextKey;
    return { key: letter, heading: `${letter}  ${t(key)}`, below: t(`${key}.means`) };
  });
  return panelBand('letters', t('section.letters.title'), entries);
}

type LetterTextKey =
  Extract<RaciTextKey, `letter.${string}.means`> extends `${infer Key}.means` ? Key : never;
