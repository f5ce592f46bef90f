import Papa from 'papaparse';
import type { ReportTable } from './Report.ts';

/**
 * What a spreadsheet would take for a formula, also behind spaces or as wide characters, and the marks that it may cut a
 * field at (OWASP: CSV Injection).
 */
export const formulaStart = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;

/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where needed. It begins with a byte order mark, by which spreadsheets know
 * UTF-8; a text that looks like a formula gets an apostrophe in front, numbers stay numbers.
 */
export function renderCsv({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => cell ?? ''));
  const csv = Papa.unparse(cells, { escapeFormulae: formulaStart, newline: '\r\n', quotes: looksSplit });
  return `\uFEFF${csv}\r\n`;
}

/** Whether whoever guesses what stands between cells could be misled by what stands in one. */
function looksSplit(cell: unknown): boolean {
  return typeof cell === 'string' && /[;\t]/u.test(cell);
}
