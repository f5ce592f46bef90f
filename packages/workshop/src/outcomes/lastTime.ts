import type { Action } from './OutcomesState.ts';

/** The run that goes on or was the last; 0 before any. */
export function runNow(
  agenda: { readonly phase: 'idle' } | { readonly phase: 'running' | 'ended'; readonly run: number },
): number {
  return agenda.phase === 'idle' ? 0 : agenda.run;
}

/** Whether an action was there before a run began: it is gone through first, and is none of those the run agrees on. */
export function isFromLastTime({ run = 0 }: Pick<Action, 'run'>, now: number): boolean {
  return run < now;
}
