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

/** Values of a part of a widget that the server does not have yet. */
export type KeptPart = z.infer<typeof partSchema>;

/** Where this device keeps values that are filled in unseen. */
export interface KeptViewsPlace {
  readonly store: TextStore;
  /** One for each board and person. */
  readonly storeKey: string;
}

/** Reads what a device kept; nothing where there is none, or where it is no longer readable. */
export function readKeptParts({ store, storeKey }: KeptViewsPlace): readonly KeptPart[] {
  const text = store.read(storeKey);
  if (text === null) return [];
  try {
    return z.array(partSchema).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Keeps these parts in the place of all that were kept before. */
export function writeKeptParts({ store, storeKey }: KeptViewsPlace, parts: readonly KeptPart[]): void {
  if (parts.length === 0) store.remove(storeKey);
  else store.write(storeKey, JSON.stringify(parts));
}
