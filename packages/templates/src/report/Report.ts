import { z } from 'zod';

const cell = z.union([z.string(), z.number(), z.null()]);

const table = z.object({
  kind: z.literal('table'),
  /** Names the table in a report; `[a-z-]+`. */
  key: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  /** A cell for each column; null for nothing. */
  rows: z.array(z.array(cell)),
  /** The ends of the scale of its numbers, where the table can be drawn as a heat map. */
  scale: z.object({ min: z.number(), max: z.number() }).optional(),
});

/** A piece of a report. Texts are plain, of one or more lines. */
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  table,
]);

/** What a board's workshop came to, for somebody who was not there; every renderer draws the same. */
export const reportSchema = z.object({
  /** Version of this form. */
  format: z.literal(1),
  title: z.string(),
  /** When it was made, `YYYY-MM-DD HH:MM UTC`. */
  madeAt: z.string(),
  parts: z.array(
    z.object({
      /** Null for what belongs to no template. */
      templateId: z.string().nullable(),
      title: z.string(),
      blocks: z.array(block),
    }),
  ),
});

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : { readonly [K in keyof T]: DeepReadonly<T[K]> };

/** See {@link reportSchema}. */
export type Report = DeepReadonly<z.infer<typeof reportSchema>>;
/** A part of a {@link Report}. */
export type ReportPart = Report['parts'][number];
/** A piece of a {@link ReportPart}. */
export type ReportBlock = DeepReadonly<z.infer<typeof block>>;
/** A table of a {@link Report}. */
export type ReportTable = DeepReadonly<z.infer<typeof table>>;
/** A cell of a {@link ReportTable}. */
export type ReportCell = string | number | null;

/** Every table of a report, in its order. */
export function tablesOf({ parts }: Report): readonly ReportTable[] {
  return parts.flatMap(({ blocks }) => blocks.filter((one) => one.kind === 'table'));
}
