import type { BoardStore } from '@common-ground/sync';
import type { Metrics, TimedCall } from './Metrics.ts';

/** A board store that tells how long each of its calls took, failed ones too. */
export function measuredStore(
  store: BoardStore,
  metrics: Pick<Metrics, 'stored'>,
  nowMs: () => number,
): BoardStore {
  const timed = async <T>(name: TimedCall, call: Promise<T>): Promise<T> => {
    const startedAt = nowMs();
    try {
      return await call;
    } finally {
      metrics.stored(name, nowMs() - startedAt);
    }
  };
  return {
    load: (boardId) => timed('load', store.load(boardId)),
    append: (entries) => timed('append', store.append(entries)),
    fold: (boardId, snapshot, upToSeq) => timed('fold', store.fold(boardId, snapshot, upToSeq)),
  };
}
