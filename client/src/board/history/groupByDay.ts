import type { Snapshot } from '@common-ground/protocol';
import { dayOf } from '../../texts/formatMoment.ts';

/** Kept moments of one local day, in the order in which they were given. */
export interface SnapshotDay {
  readonly day: number;
  readonly snapshots: readonly Snapshot[];
}

/** Kept moments by day, days and moments in the order in which they were given. */
export function groupByDay(snapshots: readonly Snapshot[]): readonly SnapshotDay[] {
  return [...Map.groupBy(snapshots, ({ at }) => dayOf(at))].map(([day, ofDay]) => ({
    day,
    snapshots: ofDay,
  }));
}
