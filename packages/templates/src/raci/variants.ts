/** The variants of the method, the first is the default. */
export const variants = ['raci', 'rasci', 'daci'] as const;

/** One of {@link variants}. */
export type MatrixVariant = (typeof variants)[number];

/** The letters of each variant, in the order in which a cell shows them. */
export const variantLetters = {
  raci: ['R', 'A', 'C', 'I'],
  rasci: ['R', 'A', 'S', 'C', 'I'],
  daci: ['D', 'A', 'C', 'I'],
} as const satisfies Record<MatrixVariant, readonly string[]>;

/** A letter of any variant. */
export type MatrixLetter = (typeof variantLetters)[MatrixVariant][number];

/** Whether the variant has the letter. */
export function isLetterOf(variant: MatrixVariant, letter: string): letter is MatrixLetter {
  return (variantLetters[variant] as readonly string[]).includes(letter);
}
