import type { MechanicView } from '@common-ground/workshop';

type TimerView = MechanicView<'timer'>;

/** What is left of the step's time at a moment of server time, ms, never under zero. */
export function remainingMs(timer: TimerView, serverNow: number): number {
  return timer.kind === 'running' ? Math.max(0, timer.deadlineAt - serverNow) : timer.remainingMs;
}

/** Minutes and seconds, `04:31`, begun seconds counted whole: it says 00:00 when time is up and not before. */
export function formatCountdown(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000);
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
