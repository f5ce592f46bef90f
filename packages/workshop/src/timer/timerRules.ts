import { exhaustive } from '@common-ground/protocol';
import { currentStep, requireRunning } from '../agenda/runningAgenda.ts';
import { accept } from '../core/Outcome.ts';
import { refuse } from '../core/Refusal.ts';
import type { Rules } from '../core/Rules.ts';
import { idleTimer } from './TimerState.ts';
import { timerStarted } from './timerStarted.ts';

/** A step's countdown ends with the step; nothing happens by itself when it runs out. */
export const timerRules: Rules<'timer'> = {
  decide: {
    'timer.start': ({ minutes }, { state, now }) => {
      const agenda = requireRunning(state);
      if (!agenda.ok) return agenda;
      const { timer } = state;
      if (minutes !== null) {
        return minutes > 0 ? accept({ events: [timerStarted(minutes, now)] }) : refuse('timer-empty');
      }
      if (timer.kind === 'running' && timer.deadlineAt > now) return refuse('timer-running');
      const ms = timer.kind === 'paused' ? timer.remainingMs : (currentStep(state)?.minutes ?? 0) * 60_000;
      return ms > 0 ? accept({ events: [timerStarted(ms / 60_000, now)] }) : refuse('timer-empty');
    },
    'timer.pause': (_, { state, now }) => {
      const { timer } = state;
      if (timer.kind !== 'running') return refuse('timer-idle');
      const remainingMs = Math.max(0, timer.deadlineAt - now);
      return accept({ events: [{ type: 'timer.paused', remainingMs }] });
    },
    'timer.addMinutes': ({ minutes }, { state, now }) => {
      const { timer } = state;
      const byMs = Math.round(minutes * 60_000);
      switch (timer.kind) {
        case 'idle':
          return refuse('timer-idle');
        case 'paused':
          return accept({
            events: [{ type: 'timer.paused', remainingMs: Math.max(0, timer.remainingMs + byMs) }],
          });
        case 'running': {
          // A countdown that ran out ten minutes ago gets a whole minute from now, not one that is over already.
          const deadlineAt = Math.max(now, Math.max(now, timer.deadlineAt) + byMs);
          return accept({ events: [{ type: 'timer.started', deadlineAt }] });
        }
        default:
          return exhaustive(timer);
      }
    },
  },
  evolve: {
    'timer.started': (_, { deadlineAt }) => ({ kind: 'running', deadlineAt }),
    'timer.paused': (_, { remainingMs }) => ({ kind: 'paused', remainingMs }),
    'agenda.started': () => idleTimer,
    'agenda.stepEntered': () => idleTimer,
    'agenda.ended': () => idleTimer,
  },
  view: ({ state, now }) => {
    const { timer } = state;
    switch (timer.kind) {
      case 'idle':
        return { kind: 'idle', remainingMs: Math.round((currentStep(state)?.minutes ?? 0) * 60_000) };
      case 'paused':
        return timer;
      case 'running':
        return {
          ...timer,
          remainingMs: Math.max(0, timer.deadlineAt - now),
          isOver: timer.deadlineAt <= now,
        };
      default:
        return exhaustive(timer);
    }
  },
};
