import type { Comparison } from '@common-ground/board';
import type { TLRecord } from '@tldraw/tldraw';

/** How much is seen of what is there no more. */
const ghostOpacity = 0.4;

/**
 * The board as it is now and, faintly, what was removed of it, so that every change of a comparison can be shown on one
 * canvas. What stood in something that is gone stands in it again.
 */
export function withRemoved(now: readonly TLRecord[], { removed }: Comparison): readonly TLRecord[] {
  const ghosts = removed.map((record) =>
    record.typeName === 'shape' ? { ...record, opacity: record.opacity * ghostOpacity } : record,
  );
  return [...now, ...ghosts];
}
