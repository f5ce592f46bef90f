/** Formats of one unit as they stand in the document: mark or line format → JSON value. */
export type Formats = Readonly<Record<string, unknown>>;

/** The unit that begins a line (a paragraph or heading). */
export const lineUnit = '\n';

/** The unit of a break within a line: a code point that no text may hold, so that nothing else is taken for it. */
export const breakUnit = '\uFFFF';

/** What stands for a break within a line in the document, as an embedded object. */
export const breakEmbed = { type: 'hardBreak' } as const;

/**
 * Rich text laid out in a line, as it is kept in the document: one unit for each UTF-16 unit of the words, for each break
 * within a line, and before each line. The first line's unit is not in the document, where the formats of the first
 * line are attributes of the text itself: unit `n` here is index `n - 1` there.
 */
export interface LinearText {
  readonly units: string;
  /** The formats of each unit, often the same object for neighbours. */
  readonly formats: readonly Formats[];
}

/** What is to be put into a linear text in place of `remove` units from `index` on. The first unit is never removed. */
export interface LinearEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: LinearText;
}

/** A part of a linear text, from one unit up to another. */
export function sliceLinear({ units, formats }: LinearText, from: number, to: number): LinearText {
  return { units: units.slice(from, to), formats: formats.slice(from, to) };
}
