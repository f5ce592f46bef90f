import type { SerializedSchema } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import { fail, ok, type Result } from '@common-ground/protocol';
import { z } from 'zod';

/** Number of the form in which a canvas is kept outside of its document; a change of form raises it. */
export const canvasContentFormat = 1;

/** A record of the canvas that is kept as it stands, though nobody was shown it: with its id, otherwise unchecked. */
export type RawRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** All that a canvas holds at a moment, as plain JSON: what is kept of it, and what travels to another server. */
export interface CanvasContent {
  readonly format: typeof canvasContentFormat;
  /** The versions of tldraw's schema that the records are in. */
  readonly schema: SerializedSchema;
  /** As everybody was shown them. */
  readonly records: readonly TLRecord[];
  /** What the document held besides: records that did not validate, bindings without an end. */
  readonly setAside: readonly RawRecord[];
  /** Entries of the document's `meta` that tell of launched templates. */
  readonly launches: Readonly<Record<string, unknown>>;
}

const rawRecord = z.looseObject({ id: z.string(), typeName: z.string() });

const contentSchema = z.object({
  format: z.literal(canvasContentFormat),
  schema: z.object({
    schemaVersion: z.literal(2),
    sequences: z.record(z.string(), z.int().nonnegative()),
  }),
  records: z.array(rawRecord),
  setAside: z.array(rawRecord),
  launches: z.record(z.string().startsWith('launch:'), z.unknown()),
});

/**
 * Reads a canvas that was kept. Fails with the reason when it has another form; its records are as they were written, and
 * are still to be migrated and checked one by one (`upToDate`).
 */
export function parseCanvasContent(value: unknown): Result<CanvasContent, string> {
  const parsed = contentSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail(`at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'of another form'}`);
  }
  return ok(parsed.data as unknown as CanvasContent);
}
