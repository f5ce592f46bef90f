import type { MechanicView } from '@common-ground/workshop';
import { Countdown } from './Countdown.tsx';

/** The countdown of the step; nothing for a step without time. */
export function StepCountdown({ timer }: { timer: MechanicView<'timer'> }) {
  if (timer.kind === 'idle' && timer.remainingMs === 0) return null;
  return (
    <Countdown
      deadlineAt={timer.kind === 'running' ? timer.deadlineAt : null}
      restingMs={timer.remainingMs}
      isPaused={timer.kind === 'paused'}
    />
  );
}
