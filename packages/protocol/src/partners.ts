import type { PartnerId } from './ids.ts';

/**
 * The twelve partner colours, in the order they are given out: the names of tldraw's note colours, so that a
 * partner's note has the partner's colour. Neighbours in the list are told apart by colour-blind people.
 * Yellow is missing on purpose: it is the colour of shared and anonymous notes.
 */
export const partnerColours = [
  'blue',
  'orange',
  'green',
  'violet',
  'red',
  'light-blue',
  'light-green',
  'light-violet',
  'light-red',
  'grey',
  'black',
  'white',
] as const;

/** One of {@link partnerColours}. */
export type PartnerColour = (typeof partnerColours)[number];

/** The colour of notes that belong to no partner. */
export const sharedNoteColour = 'yellow';

/** An organisation that takes part in a board. */
export interface Partner {
  readonly id: PartnerId;
  readonly name: string;
  readonly colour: PartnerColour;
}

/** Up to two letters that stand for a name wherever its colour does, so that colour never carries meaning alone. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const initials = letters.map((word) => firstLetter(word ?? '')).filter(Boolean);
  // Letters of a joined-up script would grow together into something that is no name's beginning.
  const glue = initials.some((letter) =>
    /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u.test(letter),
  )
    ? '\u200c'
    : '';
  return initials.join(glue).toLocaleUpperCase('en');
}

/** Made once: making one costs more than a hundred names do. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  return '';
}

/** The first colour that no partner has yet; starts over when all twelve are taken. */
export function nextPartnerColour(taken: readonly PartnerColour[]): PartnerColour {
  return (
    partnerColours.find((colour) => !taken.includes(colour)) ??
    partnerColours[taken.length % partnerColours.length] ??
    'blue'
  );
}
