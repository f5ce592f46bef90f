import type { Item, Tally } from './tallySchemas.ts';

/** What was counted at one closing. */
export interface CountedRound {
  readonly round: number;
  readonly tally: Tally;
  /** Whether everybody sees it; until then facilitators do. */
  readonly isShown: boolean;
  /** Server time, ms. */
  readonly closedAt: number;
}

/** One step's vote. Opening again after a count begins a new round from nothing: ballots are gone by then. */
export interface Vote {
  readonly stepKey: string;
  readonly status: 'open' | 'closed';
  /** From 1. */
  readonly round: number;
  readonly items: readonly Item[];
  readonly counted: readonly CountedRound[];
}

/** A shown result of an earlier run, for trends. */
export interface PastTally {
  readonly run: number;
  readonly stepKey: string;
  readonly items: readonly Item[];
  readonly tally: Tally;
  readonly closedAt: number;
}

/** The votes and checks of this run, and results of earlier ones. */
export interface BallotsState {
  readonly run: number;
  readonly votes: readonly Vote[];
  readonly past: readonly PastTally[];
}

/** No vote yet. */
export const noVotes: BallotsState = { run: 0, votes: [], past: [] };

/** The vote of a step, or null when it was never opened. */
export function voteOf(ballots: BallotsState, stepKey: string): Vote | null {
  return ballots.votes.find((vote) => vote.stepKey === stepKey) ?? null;
}
