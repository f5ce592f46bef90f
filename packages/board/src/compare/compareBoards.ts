import type { TLRecord } from '@tldraw/tlschema';
import { sameJson } from '../records/sameJson.ts';
import { changedOf, createdOf } from './attribution.ts';
import { changedParts, isMoved } from './changedParts.ts';
import type { AddedRecord, ChangedRecord, Comparison, MovedShape } from './Comparison.ts';
import { wordsOf } from './wordsOf.ts';

/**
 * What became of a board: its records before and after, as `RecordReader` gives them. Pure; the lists are in the order
 * of `after`, what was removed in the order of `before`. Takes some ms for a board of 5,000 shapes.
 */
export function compareBoards(before: readonly TLRecord[], after: readonly TLRecord[]): Comparison {
  const known = new Map(before.map((record) => [record.id as string, record]));
  const added: AddedRecord[] = [];
  const changed: ChangedRecord[] = [];
  const moved: MovedShape[] = [];
  const silent: { before: TLRecord; after: TLRecord }[] = [];
  for (const record of after) {
    const old = known.get(record.id);
    known.delete(record.id);
    if (old === undefined) {
      added.push({ record, ...createdOf(record.meta) });
      continue;
    }
    if (old === record || sameJson(old, record)) continue;
    const change = changeOf(old, record);
    if (change !== null) changed.push(change);
    else if (old.typeName === 'shape' && record.typeName === 'shape' && isMoved(old, record)) {
      moved.push({ before: old, after: record, ...changedOf(record.meta) });
    } else silent.push({ before: old, after: record });
  }
  return { added, changed, moved, removed: [...known.values()], silent };
}

function changeOf(before: TLRecord, after: TLRecord): ChangedRecord | null {
  const parts = changedParts(before, after);
  if (parts.length === 0) return null;
  const [from, to] = [wordsOf(before), wordsOf(after)];
  return {
    before,
    after,
    parts,
    text: from === to ? null : { before: from, after: to },
    isMoved: before.typeName === 'shape' && after.typeName === 'shape' && isMoved(before, after),
    ...changedOf(after.meta),
  };
}
