/** More lines than this at once are a document, not a list: they stay one text. */
const maxNotes = 200;
/** Notes of a plain list stand this many in a row. */
const listColumns = 5;

/** A text of a list or table, and where its note stands: column and row, counted from 0. */
export interface GridNote {
  readonly text: string;
  readonly column: number;
  readonly row: number;
}

/**
 * The notes a pasted text asks for: one a line of a list, one a cell of a spreadsheet (whose columns are parted by
 * tabs), bullets and numbers taken off. Null for what is no list: a single line, or far too many.
 */
export function noteGridOf(text: string): readonly GridNote[] | null {
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
  const notes = lines.some((line) => line.includes('\t')) ? notesOfTable(lines) : notesOfList(lines);
  return notes.length > 1 && notes.length <= maxNotes ? notes : null;
}

function notesOfTable(lines: readonly string[]): GridNote[] {
  return lines.flatMap((line, row) =>
    line
      .split('\t')
      .map((cell, column) => ({ text: cell.trim(), column, row }))
      .filter(({ text }) => text !== ''),
  );
}

function notesOfList(lines: readonly string[]): GridNote[] {
  return lines.map((line, at) => ({
    text: withoutBullet(line),
    column: at % listColumns,
    row: Math.floor(at / listColumns),
  }));
}

function withoutBullet(line: string): string {
  const text = line.trim().replace(/^(?:[-–—*•◦▪‣]|\(?\d{1,3}[.)])\s+/u, '');
  return text === '' ? line.trim() : text;
}
