import type { ParticipantId } from '@common-ground/protocol';
import type { ModeOf } from '../agenda/runningAgenda.ts';
import type { Ballot } from '../core/Privates.ts';
import { type Roster, partnerOf } from '../core/Roster.ts';
import type { Scale } from '../Step.ts';
import { fewestPeople, groupByPartner, publishableGroups } from './publishableGroups.ts';
import { type RatedThing, ratedThings } from './ratedThings.ts';
import type { Item, RatingsTally } from './tallySchemas.ts';

interface Answer {
  readonly participantId: ParticipantId;
  readonly value: number;
}

/** Counts ratings, each question by the people who answered it. */
export function countRatings(
  ballots: readonly Ballot[],
  items: readonly Item[],
  mode: ModeOf<'check'>,
  roster: Roster,
): RatingsTally {
  const voters = ballots.filter(({ answers }) => answers.length > 0);
  const base = { kind: 'ratings', voters: voters.length } as const;
  if (mode.privacy === 'anonymous' && voters.length < fewestPeople) {
    return { ...base, isSuppressed: true, ratings: [] };
  }
  const ratings = ratedThings(mode, items).map((thing) => countThing(thing, voters, mode, roster));
  return { ...base, isSuppressed: false, ratings };
}

function countThing(
  { key, itemId, questionKey }: RatedThing,
  voters: readonly Ballot[],
  { scale, privacy }: ModeOf<'check'>,
  roster: Roster,
): RatingsTally['ratings'][number] {
  const answers = voters.flatMap(({ participantId, answers }): Answer[] =>
    answers.filter((answer) => answer.key === key).map(({ value }) => ({ participantId, value })),
  );
  const base = { itemId, questionKey, answers: answers.length };
  if (answers.length === 0 || (privacy === 'anonymous' && answers.length < fewestPeople)) {
    return { ...base, mean: null, spread: null, counts: [], byPartner: [] };
  }
  const partnerIds = [...roster.partners.map(({ id }) => id), null];
  const groups = groupByPartner(answers, partnerIds, ({ participantId }) => partnerOf(roster, participantId));
  const counts = countValues(answers, scale);
  return {
    ...base,
    mean: meanOf(answers),
    spread: spreadOf(counts, scale),
    counts,
    byPartner: publishableGroups(groups, privacy).map(({ partnerId, members }) => ({
      partnerId,
      answers: members.length,
      mean: meanOf(members),
    })),
  };
}

function countValues(answers: readonly Answer[], { min, max }: Scale): number[] {
  return Array.from(
    { length: max - min + 1 },
    (_, index) => answers.filter(({ value }) => value === min + index).length,
  );
}

function meanOf(answers: readonly Answer[]): number {
  return rounded(answers.reduce((sum, { value }) => sum + value, 0) / answers.length);
}

/** From the counts, not the answers: the same figure whatever order people answered in. */
function spreadOf(counts: readonly number[], { min }: Scale): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, index) => sum + count * (min + index), 0) / total;
  const squares = counts.reduce((sum, count, index) => sum + count * (min + index - mean) ** 2, 0);
  return rounded(Math.sqrt(squares / total));
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
