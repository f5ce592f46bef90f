/** The step's countdown. Kept as a moment of server time, so that it outlives a restart and needs no ticking. */
export type TimerState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly deadlineAt: number }
  | { readonly kind: 'paused'; readonly remainingMs: number };

/** No countdown. */
export const idleTimer: TimerState = { kind: 'idle' };
