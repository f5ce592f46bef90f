import { exhaustive } from '@common-ground/protocol';
import type { Report, ReportBlock, ReportCell } from './Report.ts';

/** A report as Markdown (CommonMark with GitHub's tables). What people wrote shows as they wrote it, and is never markup. */
export function renderMarkdown({ title, madeAt, parts }: Report): string {
  const blocks = [
    `# ${inline(title)}`,
    ...lines(madeAt),
    ...parts.flatMap((part) => [`## ${inline(part.title)}`, ...part.blocks.map(renderBlock)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function renderBlock(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `### ${inline(block.text)}`;
    case 'text':
      return lines(block.text).join('\\\n');
    case 'list':
      return block.items.map((item) => `- ${lines(item).join('\\\n  ')}`).join('\n');
    case 'table': {
      const rows = [block.columns, block.columns.map(() => null), ...block.rows];
      const drawn = rows.map((row, index) =>
        index === 1 ? `|${row.map(() => ' --- |').join('')}` : `|${row.map(renderCell).join('')}`,
      );
      return `#### ${inline(block.title)}\n\n${drawn.join('\n')}`;
    }
    default:
      return exhaustive(block);
  }
}

function renderCell(cell: ReportCell): string {
  if (typeof cell === 'number') return ` ${cell} |`;
  // A table has one line a row: other lines of a cell need HTML's break.
  return ` ${cell === null ? '' : linesOf(cell).map(escapeInline).join('<br>')} |`;
}

/** For a heading: one line, whose last `#` would be taken for its end. */
function inline(text: string): string {
  return escapeInline(linesOf(text).join(' ')).replace(/#+$/u, '\\$&');
}

function lines(text: string): string[] {
  return linesOf(text).map((line) => escapeStart(escapeInline(line)));
}

/** The lines of a text that have words: an empty one would end a paragraph or list. */
function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Puts a backslash before all that is markup anywhere in a line (CommonMark 0.31.2, section 2.4; GitHub's `~`, `|` and `$`). */
function escapeInline(line: string): string {
  return line.replace(/[\\`*_[\]<>|~&$]/gu, '\\$&');
}

/** And before what would make a heading, list, rule or table of the line's beginning. */
function escapeStart(line: string): string {
  return line
    .replace(/^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|(?:-+|=+)$|:(?=-))/u, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}
