import { z } from 'zod';
import type { TextStore } from '../../../session/TextStore.ts';

const valuesSchema = z.record(z.string(), z.string());

const partSchema = z.object({
  stepKey: z.string(),
  shapeId: z.string(),
  part: z.string(),
  values: valuesSchema,
  /** Whose view it belongs to: a person who has changed sides does not carry it over. */
  partnerId: z.string(),
});

const shownSchema = z.object({
  stepKey: z.string(),
  partnerId: z.string().nullable(),
  canWrite: z.boolean(),
  drafts: z.array(z.object({ shapeId: z.string(), part: z.string(), values: valuesSchema })),
});

/** A partner's own view of a step's widgets as the server last showed it. */
export type ShownView = z.infer<typeof shownSchema>;

/** Values of a part of a widget that the server does not have yet. */
export type KeptPart = z.infer<typeof partSchema>;

/** Where this device keeps values that are filled in unseen. */
export interface KeptViewsPlace {
  readonly store: TextStore;
  /** One for each board and person. */
  readonly storeKey: string;
  /** The same, for the view as the server last showed it. */
  readonly shownKey: string;
}

/** Reads what a device kept; nothing where there is none, or where it is no longer readable. */
export function readKeptParts({ store, storeKey }: KeptViewsPlace): readonly KeptPart[] {
  return readAs(store, storeKey, z.array(partSchema)) ?? [];
}

/** Keeps these parts in the place of all that were kept before. */
export function writeKeptParts({ store, storeKey }: KeptViewsPlace, parts: readonly KeptPart[]): void {
  if (parts.length === 0) store.remove(storeKey);
  else store.write(storeKey, JSON.stringify(parts));
}

/** Reads the view that the server last showed; null where there is none. */
export function readShownView({ store, shownKey }: KeptViewsPlace): ShownView | null {
  return readAs(store, shownKey, shownSchema);
}

/** Keeps a view for when the server cannot be reached; null once there is none any more. */
export function writeShownView({ store, shownKey }: KeptViewsPlace, shown: ShownView | null): void {
  if (shown === null) store.remove(shownKey);
  else store.write(shownKey, JSON.stringify(shown));
}

function readAs<T>(store: TextStore, key: string, schema: z.ZodType<T>): T | null {
  const text = store.read(key);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // Another version of the page wrote it, or somebody by hand.
    return null;
  }
}
