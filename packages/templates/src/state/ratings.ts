import type { RatingsTally } from '@common-ground/workshop';
import type { BoardState } from './BoardState.ts';
import type { PublishedRound } from './PublishedWorkshop.ts';

/** A shown count of ratings. */
export interface RatingRound extends PublishedRound {
  readonly tally: RatingsTally;
}

/** One row of a {@link RatingRound}. */
export type Rating = RatingsTally['ratings'][number];

/**
 * Every shown count of these questions, in the order in which they were closed, earlier runs included. The questions'
 * keys tell which counts are meant, since facilitators may rename, move and repeat the steps that ask them.
 */
export function ratingRounds(
  { workshop }: Pick<BoardState, 'workshop'>,
  questionKeys: readonly string[],
): RatingRound[] {
  return workshop.rounds.filter(
    (round): round is RatingRound =>
      round.tally.kind === 'ratings' &&
      round.tally.ratings.some(({ questionKey }) => questionKeys.includes(questionKey ?? '')),
  );
}

/** Those of the latest run only. */
export function latestRun<Round extends PublishedRound>(rounds: readonly Round[]): Round[] {
  const latest = Math.max(...rounds.map(({ run }) => run));
  return rounds.filter(({ run }) => run === latest);
}
