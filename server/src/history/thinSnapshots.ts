import { exhaustive, type SnapshotId, type SnapshotReason } from '@common-ground/protocol';
import type { SnapshotRecord } from './SnapshotStore.ts';

/** From an age on, one automatic moment in each stretch of time is kept. */
export interface KeepRule {
  readonly olderThanMs: number;
  /** Length of a stretch; null: none at all. */
  readonly oneEveryMs: number | null;
}

/** Which automatic moments are kept: the rule of the greatest age that one has reached counts; younger ones all stay. */
export type KeepPolicy = readonly KeepRule[];

/** What the decision hangs on. */
export type Thinnable = Pick<SnapshotRecord, 'id' | 'at' | 'reason' | 'name'>;

/**
 * The moments to let go at `now` (server time, ms). Those with a name stay for ever. Of the others, one in each stretch stays: one
 * that was made because something happened rather than one that was made because time went by, and of those the latest.
 * Stretches are counted from 1970, so deciding again later lets nothing go that was the only one of its stretch.
 */
export function thinSnapshots(
  snapshots: readonly Thinnable[],
  policy: KeepPolicy,
  now: number,
): SnapshotId[] {
  const rules = policy.toSorted((a, b) => b.olderThanMs - a.olderThanMs);
  const kept = new Map<string, Thinnable>();
  const gone: SnapshotId[] = [];
  for (const snapshot of snapshots) {
    if (snapshot.name !== null) continue;
    const rule = rules.find(({ olderThanMs }) => now - snapshot.at >= olderThanMs);
    if (rule === undefined) continue;
    if (rule.oneEveryMs === null) {
      gone.push(snapshot.id);
      continue;
    }
    const stretch = `${rule.olderThanMs}:${Math.floor(snapshot.at / rule.oneEveryMs)}`;
    const other = kept.get(stretch);
    const better = other === undefined ? snapshot : betterOf(snapshot, other);
    if (other !== undefined) gone.push(better === snapshot ? other.id : snapshot.id);
    kept.set(stretch, better);
  }
  return gone;
}

function betterOf(one: Thinnable, other: Thinnable): Thinnable {
  const difference = worthOf(one.reason) - worthOf(other.reason);
  if (difference !== 0) return difference > 0 ? one : other;
  return one.at >= other.at ? one : other;
}

function worthOf(reason: SnapshotReason): number {
  switch (reason) {
    case 'named':
    case 'step':
    case 'launch':
    case 'restore':
    case 'deletion':
      return 2;
    case 'left':
      return 1;
    case 'interval':
      return 0;
    default:
      return exhaustive(reason);
  }
}
