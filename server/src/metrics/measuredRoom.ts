import type { RoomHooks } from '@common-ground/sync';
import type { Metrics } from './Metrics.ts';

/** Hooks of a room that tell how long each outermost transaction on its document took, and each stage of its edits. */
export function measuredRoom(metrics: Pick<Metrics, 'applied' | 'reached'>, nowMs: () => number): RoomHooks {
  return {
    onStage: stageClock(metrics, nowMs),
    onDoc: (doc) => {
      let startedAt = 0;
      doc.on('beforeAllTransactions', () => {
        startedAt = nowMs();
      });
      doc.on('afterAllTransactions', () => metrics.applied(nowMs() - startedAt));
    },
  };
}

/** Edits are handled together one round after the other, and those of the next round come in meanwhile. */
function stageClock(
  metrics: Pick<Metrics, 'reached'>,
  nowMs: () => number,
): NonNullable<RoomHooks['onStage']> {
  let receivedAt: number | null = null;
  let reachedAt = 0;
  return (stage) => {
    const at = nowMs();
    if (stage === 'received') {
      receivedAt = at;
      return;
    }
    const since = stage === 'checked' ? receivedAt : reachedAt;
    // A round that had to be begun anew counts from there: what went wrong is told elsewhere.
    if (since !== null) metrics.reached(stage, at - since);
    if (stage === 'checked') receivedAt = null;
    reachedAt = at;
  };
}
