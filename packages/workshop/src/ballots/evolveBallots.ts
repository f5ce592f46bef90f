import type { Rules } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import { type BallotsState, type PastTally, type Vote, voteOf } from './BallotsState.ts';

/** Votes after an event. */
export const evolveBallots: Rules<'ballots'>['evolve'] = {
  'agenda.started': (ballots, { run }) => ({
    run,
    votes: [],
    past: [...ballots.past, ...shownTallies(ballots)].slice(-workshopLimits.maxPastTallies),
  }),
  'ballots.opened': (ballots, { stepKey, round, items }) => {
    const counted = voteOf(ballots, stepKey)?.counted ?? [];
    const opened: Vote = { stepKey, status: 'open', round, items, counted };
    return { ...ballots, votes: [...ballots.votes.filter((vote) => vote.stepKey !== stepKey), opened] };
  },
  'ballots.itemsSet': (ballots, { stepKey, items }) =>
    withVote(ballots, stepKey, (vote) => ({ ...vote, items })),
  'ballots.closed': (ballots, { stepKey, round, tally, isShown, at }) =>
    withVote(ballots, stepKey, (vote) => ({
      ...vote,
      status: 'closed',
      counted: [...vote.counted, { round, tally, isShown, closedAt: at }],
    })),
  'ballots.shown': (ballots, { stepKey, round, isShown }) =>
    withVote(ballots, stepKey, (vote) => ({
      ...vote,
      counted: vote.counted.map((known) => (known.round === round ? { ...known, isShown } : known)),
    })),
};

function withVote(ballots: BallotsState, stepKey: string, change: (vote: Vote) => Vote): BallotsState {
  return {
    ...ballots,
    votes: ballots.votes.map((vote) => (vote.stepKey === stepKey ? change(vote) : vote)),
  };
}

function shownTallies({ run, votes }: BallotsState): PastTally[] {
  return votes.flatMap(({ stepKey, items, counted }) =>
    counted
      .filter(({ isShown }) => isShown)
      .map(({ tally, closedAt }) => ({ run, stepKey, items, tally, closedAt })),
  );
}
