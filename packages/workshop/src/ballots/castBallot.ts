import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { modeOf, requireMode } from '../agenda/runningAgenda.ts';
import type { Command } from '../core/Command.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import type { BallotAnswer, Privates } from '../core/Privates.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Member } from '../core/Roster.ts';
import type { Context } from '../core/Rules.ts';
import type { TallyPrivacy } from '../Step.ts';
import { type Vote, voteOf } from './BallotsState.ts';
import { ratedThings, ratingKey } from './ratedThings.ts';

/** Sets the dots that the actor has on one item; refuses what goes over the budget or the most for one item. */
export function placeDots(
  { stepKey, round, told, itemId, dots }: Extract<Command, { type: 'ballots.placeDots' }>,
  context: Context,
): Result<Outcome, Refusal> {
  const mode = requireMode(context.state, stepKey, 'vote');
  if (!mode.ok) return mode;
  const vote = requireOpen(context, stepKey, round, told);
  if (!vote.ok) return vote;
  if (!vote.value.items.some((item) => item.itemId === itemId)) return refuse('item-unknown');
  const { maxPerItem, dots: budget } = mode.value;
  if (dots > maxPerItem) return refuse('too-many-on-item', { max: maxPerItem });
  const others = answersOf(context.privates, stepKey, context.actor).filter(({ key }) => key !== itemId);
  if (sumOf(others) + dots > budget) return refuse('dots-spent', { max: budget });
  return putAnswers(stepKey, dots > 0 ? [...others, { key: itemId, value: dots }] : others, context);
}

/** Sets ratings of the actor; refuses values outside the scale and things that are not asked. */
export function rate(
  { stepKey, round, told, answers }: Extract<Command, { type: 'ballots.rate' }>,
  context: Context,
): Result<Outcome, Refusal> {
  const mode = requireMode(context.state, stepKey, 'check');
  if (!mode.ok) return mode;
  const vote = requireOpen(context, stepKey, round, told);
  if (!vote.ok) return vote;
  const askedKeys = new Set(ratedThings(mode.value, vote.value.items).map(({ key }) => key));
  const { min, max } = mode.value.scale;
  const rated = new Map(
    answersOf(context.privates, stepKey, context.actor).map(({ key, value }) => [key, value]),
  );
  for (const { itemId, questionKey, value } of answers) {
    const key = ratingKey(itemId, questionKey);
    if (!askedKeys.has(key)) return refuse('item-unknown');
    if (value !== null && (value < min || value > max)) return refuse('value-outside', { min, max });
    if (value === null) rated.delete(key);
    else rated.set(key, value);
  }
  const all = [...rated].map(([key, value]) => ({ key, value }));
  return putAnswers(stepKey, all, context);
}

/** Takes the actor's ballot back. */
export function retract(
  { stepKey, round }: Extract<Command, { type: 'ballots.retract' }>,
  context: Context,
): Result<Outcome, Refusal> {
  const vote = requireOpen(context, stepKey, round, null);
  if (!vote.ok) return vote;
  if (answersOf(context.privates, stepKey, context.actor).length === 0) return refuse('nothing-to-retract');
  return putAnswers(stepKey, [], context);
}

/** What a participant has answered in a vote that is not counted yet. */
export function answersOf(privates: Privates, ballotKey: string, { id }: Member): readonly BallotAnswer[] {
  const ballot = privates.ballots.find(
    (known) => known.ballotKey === ballotKey && known.participantId === id,
  );
  return ballot?.answers ?? [];
}

/** The sum of some answers' values. */
export function sumOf(answers: readonly BallotAnswer[]): number {
  return answers.reduce((sum, { value }) => sum + value, 0);
}

/** The open vote of a step in that round, under the privacy that the voter was told (null: not asked). */
function requireOpen(
  { state }: Context,
  stepKey: string,
  round: number,
  told: TallyPrivacy | null,
): Result<Vote, Refusal> {
  const mode = requireMode(state, stepKey, 'vote', 'check');
  if (!mode.ok) return mode;
  const vote = voteOf(state.ballots, stepKey);
  if (vote?.status !== 'open' || vote.round !== round) return refuse('vote-closed');
  const privacy = modeOf(state, stepKey, mode.value.kind)?.privacy;
  if (told !== null && told !== privacy) return refuse('terms-changed');
  return ok(vote);
}

function putAnswers(
  ballotKey: string,
  answers: readonly BallotAnswer[],
  { actor }: Context,
): Result<Outcome, Refusal> {
  const participantId = actor.id;
  return accept({
    privateChanges: [
      answers.length > 0
        ? { kind: 'put-ballot', ballot: { ballotKey, participantId, answers } }
        : { kind: 'delete-ballot', ballotKey, participantId },
    ],
  });
}
