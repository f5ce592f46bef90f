import { getIndexAbove, type IndexKey } from '@tldraw/utils';

/** The uppermost of some indices; null when none of them is a fractional index that another can be put above. */
export function topIndexOf(indices: Iterable<unknown>): IndexKey | null {
  let top: IndexKey | null = null;
  for (const index of indices) if (isIndexKey(index) && (top === null || index > top)) top = index;
  return top;
}

function isIndexKey(index: unknown): index is IndexKey {
  if (typeof index !== 'string') return false;
  try {
    getIndexAbove(index as IndexKey);
    return true;
  } catch {
    return false;
  }
}
