import { requireMode } from '../agenda/runningAgenda.ts';
import { type Outcome, nothing } from '../core/Outcome.ts';
import { type Privates, ballotsOf, deleteBallots } from '../core/Privates.ts';
import type { Roster } from '../core/Roster.ts';
import type { WorkshopState } from '../core/State.ts';
import { voteOf } from './BallotsState.ts';
import { countDots } from './countDots.ts';
import { countRatings } from './countRatings.ts';

/** Counts a step's open vote and deletes its ballots in the same stroke; nothing where none is open. */
export function closeVote(
  stepKey: string,
  isShown: boolean,
  {
    state,
    privates,
    roster,
  }: { readonly state: WorkshopState; readonly privates: Privates; readonly roster: Roster },
): Outcome {
  const vote = voteOf(state.ballots, stepKey);
  const mode = requireMode(state, stepKey, 'vote', 'check');
  if (vote?.status !== 'open' || !mode.ok) return nothing;
  const ballots = ballotsOf(privates, stepKey);
  const tally =
    mode.value.kind === 'vote'
      ? countDots(ballots, vote.items, mode.value, roster)
      : countRatings(ballots, vote.items, mode.value, roster);
  return {
    ...nothing,
    events: [{ type: 'ballots.closed', stepKey, round: vote.round, tally, isShown }],
    privateChanges: deleteBallots(privates, stepKey),
  };
}
