import type { PartnerId } from '@common-ground/protocol';
import type { ReportBlock, ReportTable } from '../report/Report.ts';

/** The ends of the scale that a picture's numbers lie on. */
export interface PictureScale {
  readonly min: number;
  readonly max: number;
}

/** What stands beside something in a word, with a tone that an icon repeats. */
export interface PictureBadge {
  readonly tone: 'good' | 'middle' | 'bad';
  readonly label: string;
}

/** A line of a {@link HeatMap}: a figure for each column. */
export interface HeatMapRow {
  /** What was asked; empty where there is one question. */
  readonly label: string;
  /** As many as there are columns; null where nobody answered. */
  readonly cells: readonly (number | null)[];
  /** What else is told of the line, each a few words with its figure. */
  readonly facts: readonly string[];
}

/** What partners said about things, one thing after the other: partners across, a shade and a figure in each cell. */
export interface HeatMap {
  readonly kind: 'heat-map';
  readonly key: string;
  readonly title: string;
  readonly scale: PictureScale;
  /** What the ends of the scale mean. */
  readonly ends: readonly [low: string, high: string];
  readonly columns: readonly { readonly partnerId: PartnerId | null; readonly label: string }[];
  readonly things: readonly {
    /** A shape on the canvas to go to. */
    readonly shapeId: string;
    readonly label: string;
    readonly badge: PictureBadge | null;
    readonly rows: readonly HeatMapRow[];
  }[];
  /** The same in numbers, for whoever would rather read. */
  readonly tables: readonly ReportTable[];
}

/** How answers went over a series: a line for each question, a point for each time. */
export interface Trend {
  readonly kind: 'trend';
  readonly key: string;
  readonly title: string;
  readonly scale: PictureScale;
  /** The times, oldest first. */
  readonly times: readonly string[];
  /** Null where a time has no answer that may be shown. */
  readonly lines: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  readonly tables: readonly ReportTable[];
}

/** A live picture of what a template came to, as data; whoever shows it draws it. */
export type Picture = HeatMap | Trend;

/** The tables among blocks of a report. */
export function tablesAmong(blocks: readonly ReportBlock[]): readonly ReportTable[] {
  return blocks.filter((block) => block.kind === 'table');
}
