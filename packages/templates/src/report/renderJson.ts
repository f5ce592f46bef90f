import type { Report } from './Report.ts';

/** A report as JSON, in the form of `reportSchema`. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
