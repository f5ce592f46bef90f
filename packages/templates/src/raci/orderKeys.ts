import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing-jittered';

/** The longest fractional index that is accepted from outside. */
const maxOrderKeyLength = 256;

/** Whether a string can be used as a fractional index: between it and the end there is room for another. */
export function isOrderKey(value: string): boolean {
  if (value.length > maxOrderKeyLength || !/^[0-9A-Za-z]+$/.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    // The library says by an exception that it did not make this string.
    return false;
  }
}

/** As many fractional indexes as asked for, in order. */
export function firstOrderKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}

/** A fractional index between two, null standing for an end; null when two people made equal ones and there is none. */
export function orderKeyBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null;
  return generateKeyBetween(before, after);
}
