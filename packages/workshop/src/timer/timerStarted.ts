/** The event that starts a countdown of so many minutes at `now` (server time, ms). */
export function timerStarted(minutes: number, now: number) {
  return { type: 'timer.started', deadlineAt: now + Math.round(minutes * 60_000) } as const;
}
