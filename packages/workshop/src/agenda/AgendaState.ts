import type { Agenda } from '../Step.ts';
import type { OpenDate } from './openDates.ts';

/** What a run of a workshop is, running or over. */
export interface Run {
  /** Counts the workshops of this board, from 1. */
  readonly run: number;
  readonly title: string;
  /** The template the agenda came from; null for one made by hand. */
  readonly templateId: string | null;
  readonly steps: Agenda;
  /** Server time, ms. */
  readonly startedAt: number;
  /** Dates until which steps were open, of earlier workshops of the board too, oldest first; missing for none. */
  readonly openDates?: readonly OpenDate[];
  /** It was led on a board that this one follows: here it is a run of the series, and nothing that one could go back to. */
  readonly isCarried?: boolean;
}

/** A workshop that is going on. */
export interface RunningAgenda extends Run {
  readonly phase: 'running';
  /** The step the group is in; always one of `steps`. */
  readonly currentKey: string;
  /** Server time, ms, when the group came to it. */
  readonly enteredAt: number;
  /** Server time, ms, until when the step is open to people who come in their own time; null when nothing was said. */
  readonly openUntil: number | null;
}

/** Where the group is. */
export type AgendaState =
  { readonly phase: 'idle' } | RunningAgenda | (Run & { readonly phase: 'ended'; readonly endedAt: number });

/** Nothing has been started yet. */
export const idleAgenda: AgendaState = { phase: 'idle' };
