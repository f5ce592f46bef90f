import type { PartnerId } from '@common-ground/protocol';
import { z } from 'zod';

/**
 * A part of a widget that a partner fills in unseen: a row of a matrix, say, with its cells. One draft a part, so that
 * two colleagues who work on different parts never meet, and a large widget does not become thousands of drafts.
 */
export interface WidgetDraft {
  /** The shape on the canvas. */
  readonly shapeId: string;
  /** Which part of it, as the widget names it; `[A-Za-z0-9_-]{1,64}`. It is the draft's section key. */
  readonly part: string;
  /** What stands in the part, by names that the widget gives; empty values are missing. */
  readonly values: Readonly<Record<string, string>>;
}

/** A draft at its reveal, with the partner whose view it is. */
export interface RevealedDraft extends WidgetDraft {
  readonly partnerId: PartnerId;
}

const textSchema = z.object({
  shapeId: z.string().max(100),
  values: z.record(z.string().max(64), z.string().max(64)),
});

/** The text of the workshop's draft for a part of a widget. */
export function encodeWidgetDraft({ shapeId, values }: WidgetDraft): string {
  return JSON.stringify({ shapeId, values });
}

/** Reads a draft that came from the workshop; null for one that is about no widget. */
export function parseWidgetDraft(sectionKey: string, text: string): WidgetDraft | null {
  try {
    const parsed = textSchema.safeParse(JSON.parse(text));
    return parsed.success ? { part: sectionKey, ...parsed.data } : null;
  } catch {
    // Somebody wrote a note with another client: it is no JSON.
    return null;
  }
}
