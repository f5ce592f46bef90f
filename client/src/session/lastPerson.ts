import { z } from 'zod';
import { readJson } from './readJson.ts';
import type { TextStore } from './TextStore.ts';

const key = 'common-ground/person';
const schema = z.object({ name: z.string(), partnerName: z.string().nullable() });

/** Who sat at this browser last: the name and the partner's name they gave, to fill in the next form. */
export type LastPerson = z.infer<typeof schema>;

/** Empty when nobody has joined from this browser. */
export function readLastPerson(store: TextStore): LastPerson {
  return readJson(store, key, schema) ?? { name: '', partnerName: null };
}

/** Remembers the person for the next form. */
export function writeLastPerson(store: TextStore, person: LastPerson): void {
  store.write(key, JSON.stringify(person));
}
