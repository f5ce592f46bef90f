import type { RoomHooks } from '@common-ground/sync';
import type { Metrics } from './Metrics.ts';

/** Hooks of a room that tell how long each outermost transaction on its document took. */
export function measuredRoom(metrics: Pick<Metrics, 'applied'>, nowMs: () => number): RoomHooks {
  return {
    onDoc: (doc) => {
      let startedAt = 0;
      doc.on('beforeAllTransactions', () => {
        startedAt = nowMs();
      });
      doc.on('afterAllTransactions', () => metrics.applied(nowMs() - startedAt));
    },
  };
}
