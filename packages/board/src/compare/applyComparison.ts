import type { TLRecord } from '@tldraw/tlschema';
import type { Comparison } from './Comparison.ts';

/**
 * The records that a comparison makes out of those it was made from: exactly the later ones, in whatever order. Applied
 * to others, what the comparison names is as it was later, and all else stays.
 */
export function applyComparison(before: readonly TLRecord[], comparison: Comparison): TLRecord[] {
  const { added, changed, moved, removed, silent } = comparison;
  const records = new Map(before.map((record) => [record.id as string, record]));
  for (const { id } of removed) records.delete(id);
  for (const { record } of added) records.set(record.id, record);
  for (const { after } of [...changed, ...moved, ...silent]) records.set(after.id, after);
  return [...records.values()];
}
