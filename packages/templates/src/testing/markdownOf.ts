import { renderMarkdown } from '../report/renderMarkdown.ts';
import type { TestBoard } from './TestBoard.ts';

/** The report of a board's template as Markdown. */
export function markdownOf(board: TestBoard): string {
  return renderMarkdown(board.template.report(board.state()));
}

/** Lines as a text that ends with a line break. */
export function linesOfText(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
