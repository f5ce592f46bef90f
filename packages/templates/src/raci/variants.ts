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

/** What the rules of a variant turn on; in all of them a row needs exactly one A. */
export interface VariantRules {
  /** Who does the work: each row needs one, and too many rows of one person are an overload. */
  readonly doer: MatrixLetter;
  /** Whether a row may have one doer at most. */
  readonly isOneDoer: boolean;
  /** Letters that say nothing beside the doer's in the same cell: whoever does it is asked, told and helping already. */
  readonly besideDoer: readonly MatrixLetter[];
}

/** The rules of each variant. Those of DACI have one driver, who brings the decision about. */
export const variantRules: Readonly<Record<MatrixVariant, VariantRules>> = {
  raci: { doer: 'R', isOneDoer: false, besideDoer: ['C', 'I'] },
  rasci: { doer: 'R', isOneDoer: false, besideDoer: ['S', 'C', 'I'] },
  daci: { doer: 'D', isOneDoer: true, besideDoer: ['C', 'I'] },
};

/** Whether the variant has the letter. */
export function isLetterOf(variant: MatrixVariant, letter: string): letter is MatrixLetter {
  return (variantLetters[variant] as readonly string[]).includes(letter);
}
