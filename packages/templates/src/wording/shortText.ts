/** Longer texts are cut in sentences about them, characters. */
const maxLength = 80;

/** A text as one line of its first words, for a sentence about it. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const signs = Array.from(line);
  return signs.length <= maxLength
    ? line
    : `${signs
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}
