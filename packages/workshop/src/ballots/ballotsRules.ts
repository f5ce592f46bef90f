import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { currentStep, modeOf, requireMode } from '../agenda/runningAgenda.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import { type PrivateChange, ballotsOf } from '../core/Privates.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context, Rules } from '../core/Rules.ts';
import type { WorkshopState } from '../core/State.ts';
import { type Vote, voteOf } from './BallotsState.ts';
import { placeDots, rate, retract } from './castBallot.ts';
import { closeVote } from './closeVote.ts';
import { evolveBallots } from './evolveBallots.ts';
import { ratedThings } from './ratedThings.ts';
import type { Item } from './tallySchemas.ts';
import { viewBallots } from './viewBallots.ts';

/** Votes are opened, answered in secret, counted once, and their ballots deleted with the count. */
export const ballotsRules: Rules<'ballots'> = {
  decide: {
    'ballots.open': ({ stepKey, items }, context) => open(stepKey, items, context),
    'ballots.reopen': ({ stepKey }, context) => {
      const vote = voteOf(context.state.ballots, stepKey);
      return vote ? open(stepKey, vote.items, context) : refuse('vote-not-counted');
    },
    'ballots.setItems': ({ stepKey, items }, context) => {
      const { state } = context;
      const vote = requireOpenVote(state, stepKey);
      if (!vote.ok) return vote;
      if (!asksSomething(state, stepKey, items)) return refuse('nothing-to-answer');
      return accept({
        events: [{ type: 'ballots.itemsSet', stepKey, items }],
        privateChanges: withoutLostAnswers(context, stepKey, items),
      });
    },
    'ballots.placeDots': placeDots,
    'ballots.rate': rate,
    'ballots.retract': retract,
    'ballots.close': ({ stepKey, show }, situation) => {
      const vote = requireOpenVote(situation.state, stepKey);
      return vote.ok ? ok(closeVote(stepKey, show, situation)) : vote;
    },
    'ballots.show': ({ stepKey, round, show }, { state }) => {
      const counted = voteOf(state.ballots, stepKey)?.counted.find((known) => known.round === round);
      if (!counted) return refuse('vote-not-counted');
      if (counted.isShown === show) return accept({});
      return accept({ events: [{ type: 'ballots.shown', stepKey, round, isShown: show }] });
    },
  },
  evolve: evolveBallots,
  view: viewBallots,
  /** An open vote is counted when the group moves on: people have answered, and nobody can any more. */
  beforeLeaveStep: (stepKey, _, situation) => ok(closeVote(stepKey, true, situation)),
  holdsStep: (stepKey, { state }) => voteOf(state.ballots, stepKey) !== null,
};

/** Opens the first round, or after a count the next one, which everybody answers anew. */
function open(stepKey: string, items: readonly Item[], { state }: Context): Result<Outcome, Refusal> {
  const mode = requireMode(state, stepKey, 'vote', 'check');
  if (!mode.ok) return mode;
  if (currentStep(state)?.key !== stepKey) return refuse('wrong-step');
  const vote = voteOf(state.ballots, stepKey);
  if (vote?.status === 'open') return refuse('vote-open');
  if (!asksSomething(state, stepKey, items)) return refuse('nothing-to-answer');
  return accept({ events: [{ type: 'ballots.opened', stepKey, round: (vote?.round ?? 0) + 1, items }] });
}

function requireOpenVote(state: WorkshopState, stepKey: string): Result<Vote, Refusal> {
  const mode = requireMode(state, stepKey, 'vote', 'check');
  if (!mode.ok) return mode;
  const vote = voteOf(state.ballots, stepKey);
  return vote?.status === 'open' ? ok(vote) : refuse('vote-closed');
}

function asksSomething(state: WorkshopState, stepKey: string, items: readonly Item[]): boolean {
  return answerKeys(state, stepKey, items).length > 0;
}

/** The keys under which a ballot of this step may hold answers. */
function answerKeys(state: WorkshopState, stepKey: string, items: readonly Item[]): string[] {
  const check = modeOf(state, stepKey, 'check');
  return check ? ratedThings(check, items).map(({ key }) => key) : items.map(({ itemId }) => itemId);
}

function withoutLostAnswers(
  { state, privates }: Context,
  stepKey: string,
  items: readonly Item[],
): PrivateChange[] {
  const keys = new Set(answerKeys(state, stepKey, items));
  return ballotsOf(privates, stepKey).flatMap((ballot): PrivateChange[] => {
    const answers = ballot.answers.filter(({ key }) => keys.has(key));
    if (answers.length === ballot.answers.length) return [];
    const { ballotKey, participantId } = ballot;
    return answers.length > 0
      ? [{ kind: 'put-ballot', ballot: { ballotKey, participantId, answers } }]
      : [{ kind: 'delete-ballot', ballotKey, participantId }];
  });
}
