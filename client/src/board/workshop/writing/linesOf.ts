/** List marks in front of a line: bullets, dashes, numbers, check boxes. */
const mark = /^\s*(?:[-*•–—▪◦·]|\d{1,3}[.)]|\[[ xX]?\])\s+/u;

/** The lines of a pasted text that say something, without their list marks: each becomes a note. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(mark, '').trim())
    .filter((line) => line !== '');
}
