import type { BoardState } from '../state/BoardState.ts';

/** Whether a text names a partner or person of the board, as a word of its own; of a person the first name will do. */
export function namesSomebody(
  text: string,
  { partners, people }: Pick<BoardState, 'partners' | 'people'>,
): boolean {
  const names = [
    ...partners.map(({ name }) => name),
    ...people.flatMap(({ name }) => [name, name.split(' ')[0] ?? name]),
  ];
  return names.some((name) => hasWord(text, name));
}

function hasWord(text: string, name: string): boolean {
  const folded = fold(name);
  if (folded === '') return false;
  const whole = fold(text);
  for (let at = whole.indexOf(folded); at !== -1; at = whole.indexOf(folded, at + 1)) {
    const isWhole = !isLetter(whole[at - 1]) && !isLetter(whole[at + folded.length]);
    if (isWhole) return true;
  }
  return false;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en').trim();
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
