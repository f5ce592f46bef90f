import { modeOf } from '../agenda/runningAgenda.ts';
import { ballotsOf } from '../core/Privates.ts';
import { expectedCount } from '../core/Roster.ts';
import type { ViewContext } from '../core/Rules.ts';
import type { MechanicView } from '../core/View.ts';
import type { Vote } from './BallotsState.ts';
import { answersOf, sumOf } from './castBallot.ts';

type View = MechanicView<'ballots'>;

/** Your own answers, the number of others', and the results that are out. */
export function viewBallots(context: ViewContext): View {
  const { votes, past } = context.state.ballots;
  return { votes: votes.map((vote) => viewVote(vote, context)), past };
}

function viewVote(vote: Vote, { state, privates, roster, you }: ViewContext): View['votes'][number] {
  const { stepKey, status, round, items } = vote;
  const voterIds = ballotsOf(privates, stepKey).map(({ participantId }) => participantId);
  const yours = answersOf(privates, stepKey, you);
  const budget = modeOf(state, stepKey, 'vote')?.dots ?? null;
  return {
    stepKey,
    status,
    round,
    items,
    voterCount: voterIds.length,
    expectedCount: expectedCount(roster, voterIds),
    yours,
    dotsLeft: budget === null || status === 'closed' ? null : budget - sumOf(yours),
    counted: vote.counted.filter(({ isShown }) => isShown || you.role === 'facilitator'),
  };
}
