import type { Snapshot } from '@common-ground/protocol';
import type { SnapshotRecord } from './SnapshotStore.ts';

/** A kept moment as everybody on the board is told of it. */
export function toSnapshot(record: SnapshotRecord): Snapshot {
  const { id, at, reason, name, by, people, noteCount, stepTitle } = record;
  return {
    id,
    at,
    kind: name === null ? 'automatic' : 'named',
    reason,
    by,
    people: [...people],
    noteCount,
    ...(name !== null && { name }),
    ...(stepTitle !== null && { stepTitle }),
  };
}
