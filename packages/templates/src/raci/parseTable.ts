import Papa from 'papaparse';

/** Larger texts are no matrix that people can read, and would hold up the page. */
export const maxTableLength = 1_000_000;

/**
 * Reads what a spreadsheet puts on the clipboard or into a file: cells between tabs, commas or semicolons, lines ending in any
 * way, cells in quotes that hold tabs, quotes and line breaks. Each cell as one line, spaces tidied up; the apostrophe
 * that keeps a text from being a formula is taken off. Text beyond `maxTableLength` is cut off.
 */
export function parseTable(text: string): string[][] {
  const whole = text.replace(/^\uFEFF/u, '').slice(0, maxTableLength);
  const parsed = parseAs(whole, delimiterOf(whole), '"');
  // A quote that is never closed is an inch mark, not the beginning of a cell.
  const isBroken = parsed.errors.some(({ type }) => type === 'Quotes');
  const { data } = isBroken ? parseAs(whole, delimiterOf(whole), '\0') : parsed;
  const rows = data.map((row) => row.map(cleanCell));
  // The line break behind the last line is no line.
  return rows.at(-1)?.every((cell) => cell === '') === true ? rows.slice(0, -1) : rows;
}

/** A block of cells as a spreadsheet takes it from the clipboard. */
export function formatBlock(block: readonly (readonly string[])[]): string {
  return Papa.unparse(
    block.map((row) => [...row]),
    { delimiter: '\t', newline: '\r\n' },
  );
}

function parseAs(text: string, delimiter: string, quoteChar: string) {
  return Papa.parse<string[]>(text, { delimiter, quoteChar });
}

/** What stands between the cells of the first line: a tab wherever there is one, as on every clipboard. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/"(?:[^"]|"")*"/gu, '').split(/[\r\n]/u, 1);
  if (line.includes('\t')) return '\t';
  return count(line, ';') > count(line, ',') ? ';' : ',';
}

function count(line: string, sign: string): number {
  return line.split(sign).length - 1;
}

function cleanCell(cell: string): string {
  return cell
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=\s*[=+\-@＋－＝＠])/u, '');
}
