import type { Snapshot } from '@common-ground/protocol';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { HistoryModel, Look } from './HistoryModel.ts';

/** How long each moment is shown; longer where the system asks for less motion. */
const momentMs = 900;
const calmMomentMs = 2_500;

/** A time-lapse over the kept moments. */
export interface Replay {
  /** Oldest first. */
  readonly moments: readonly Snapshot[];
  readonly at: number;
  readonly isPlaying: boolean;
  readonly go: (at: number) => void;
  /** Plays or pauses; at the end it begins anew. */
  readonly toggle: () => void;
}

/** Plays the moments one after the other, each when the one before has been shown long enough and it has arrived. */
export function useReplay(model: HistoryModel, look: Look, snapshots: readonly Snapshot[]): Replay {
  const moments = useMemo(() => snapshots.toReversed(), [snapshots]);
  const at = Math.max(
    0,
    moments.findIndex(({ id }) => id === look.id),
  );
  const [isPlaying, setPlaying] = useState(true);
  const isCalm = useReducedMotion(false, { getInitialValueInEffect: false });
  const next = moments[at + 1];
  const go = (to: number) => {
    const moment = moments[to];
    if (moment !== undefined) void model.lookAt(moment.id, 'replay');
  };

  useEffect(() => {
    if (next !== undefined) void model.open(next.id);
  }, [model, next]);

  const isShown = !look.isLoading && look.error === null;
  useEffect(() => {
    if (!isPlaying || !isShown) return undefined;
    const timer = setTimeout(
      () => {
        if (next === undefined) setPlaying(false);
        else void model.lookAt(next.id, 'replay');
      },
      isCalm ? calmMomentMs : momentMs,
    );
    return () => clearTimeout(timer);
  }, [model, next, isPlaying, isShown, isCalm]);

  const toggle = () => {
    if (!isPlaying && next === undefined) go(0);
    setPlaying(!isPlaying);
  };
  const handleGo = (to: number) => {
    setPlaying(false);
    go(to);
  };
  return { moments, at, isPlaying, go: handleGo, toggle };
}
