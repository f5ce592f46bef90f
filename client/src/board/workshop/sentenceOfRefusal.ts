import type { Refusal } from '@common-ground/workshop';
import type { TFunction } from 'i18next';
import { isolate } from '../../texts/isolate.ts';

/**
 * Why the workshop refused something, in the reader's language. A code that this page does not know yet (the server was
 * updated meanwhile) is told in the server's own English sentence.
 */
export function sentenceOfRefusal({ code, data, message }: Refusal, t: TFunction): string {
  const values = Object.entries(data).map(([name, value]) => {
    return [name, typeof value === 'string' ? isolate(value) : value] as const;
  });
  // Keys are put together, and their plurals are i18next's matter, so the typed overloads do not know them.
  const translate = t as (key: string, options: Readonly<Record<string, unknown>>) => string;
  return translate(`refusals.${code}`, { ...Object.fromEntries(values), defaultValue: message });
}
