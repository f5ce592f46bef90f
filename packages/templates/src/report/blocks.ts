import type { ReportBlock, ReportCell, ReportTable } from './Report.ts';

/** A heading. */
export function heading(text: string): ReportBlock {
  return { kind: 'heading', text };
}

/** A paragraph; of nothing for an empty text. */
export function paragraph(text: string): readonly ReportBlock[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** A list; of nothing when it is empty. */
export function list(items: readonly string[]): readonly ReportBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** A heading with what belongs under it; of nothing when nothing does. */
export function under(title: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

/** A table; of nothing when it has no rows. */
export function table(
  key: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly ReportCell[])[],
  more: Pick<ReportTable, 'scale'> = {},
): readonly ReportBlock[] {
  return rows.length === 0 ? [] : [{ kind: 'table', key, title, columns, rows, ...more }];
}

/** A day of server time, `YYYY-MM-DD` in UTC: partners sit in different time zones, and a report reads the same for all. */
export function dayOf(ms: number): string {
  return isoOf(ms).slice(0, 10);
}

/** A moment of server time, `YYYY-MM-DD HH:MM UTC`. */
export function momentOf(ms: number): string {
  return `${isoOf(ms).slice(0, 16).replace('T', ' ')} UTC`;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** A change as people read it: its sign always, a real minus, at most one decimal. */
export function signed(value: number): string {
  const rounded = oneDecimal(value);
  if (rounded === 0) return '±0';
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** A mean as people read it: at most one decimal. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
