import type { MatrixLetter, MatrixVariant } from './variants.ts';
import { variantLetters } from './variants.ts';

/** Words that people write for a letter, in English; `responsible` and `R` are the same. */
const words: Readonly<Record<MatrixVariant, Readonly<Partial<Record<MatrixLetter, readonly string[]>>>>> = {
  raci: {
    R: ['responsible'],
    A: ['accountable'],
    C: ['consulted', 'consult'],
    I: ['informed', 'inform'],
  },
  rasci: {
    R: ['responsible'],
    A: ['accountable'],
    S: ['supports', 'support', 'supportive'],
    C: ['consulted', 'consult'],
    I: ['informed', 'inform'],
  },
  daci: { D: ['driver'], A: ['approver'], C: ['contributor'], I: ['informed', 'inform'] },
};

/**
 * The letters that a text stands for, in the variant's order: letters next to each other or with signs between them ("AR", "a / r"),
 * or words ("Responsible"). None for an empty text or a dash; null where it says something else.
 */
export function parseLetters(text: string, variant: MatrixVariant): readonly MatrixLetter[] | null {
  const parts = text
    .toLocaleLowerCase('en')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  const found = new Set<MatrixLetter>();
  for (const part of parts) {
    const letters = lettersOfPart(part, variant);
    if (letters === null) return null;
    for (const letter of letters) found.add(letter);
  }
  return variantLetters[variant].filter((letter) => found.has(letter));
}

function lettersOfPart(part: string, variant: MatrixVariant): readonly MatrixLetter[] | null {
  const known: readonly MatrixLetter[] = variantLetters[variant];
  const word = known.find((letter) => words[variant][letter]?.includes(part));
  if (word !== undefined) return [word];
  const letters = Array.from(part, (sign) => known.find((letter) => letter.toLowerCase() === sign));
  return letters.every((letter) => letter !== undefined) ? letters : null;
}
