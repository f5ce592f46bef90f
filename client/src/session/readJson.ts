import type { ZodType } from 'zod';
import type { TextStore } from './TextStore.ts';

/** What stands under a key, or null when nothing does or what does is damaged or of another shape. */
export function readJson<T>(store: TextStore, key: string, schema: ZodType<T>): T | null {
  const text = store.read(key);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
