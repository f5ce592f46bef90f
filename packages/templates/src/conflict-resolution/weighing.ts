import type { PartnerId } from '@common-ground/protocol';
import type { BoardState, StateNote } from '../state/BoardState.ts';
import { notesIn } from '../state/BoardState.ts';
import { latestRun, ratingRounds } from '../state/ratings.ts';

/** An option with what the parties said to it. */
export interface WeighedOption {
  readonly note: StateNote;
  /** Each party's mean, −2 to +2; null stands for people without a partner, who are heard but are no party. */
  readonly byPartner: readonly { readonly partnerId: PartnerId | null; readonly mean: number }[];
  /** What the least happy party said. */
  readonly lowest: number;
  readonly sum: number;
  /** Whether every party rated it, and none below 0. */
  readonly isWorkable: boolean;
}

/** The options in the latest weighing. */
export interface Weighing {
  /** Best for the least happy party first, then by sum. */
  readonly options: readonly WeighedOption[];
  /** Those that are workable for all. */
  readonly workable: readonly WeighedOption[];
  /** Where none is workable for all: those whose least happy party is least unhappy. */
  readonly nearest: readonly WeighedOption[];
}

/** The question by which options are weighed. */
const question = 'support';

/**
 * The options that are on the board and were rated, ordered for the least happy party (J. Rawls: A Theory of Justice, 1971,
 * section 26: the maximin rule).
 */
export function weighingOf(state: Pick<BoardState, 'notes' | 'partners' | 'workshop'>): Weighing {
  const latest = latestRun(ratingRounds(state, [question])).at(-1);
  const options = notesIn(state, 'options').flatMap((note): WeighedOption[] => {
    const rating = latest?.tally.ratings.find(
      ({ itemId, questionKey }) => itemId === note.shapeId && questionKey === question,
    );
    if (rating === undefined || rating.byPartner.length === 0) return [];
    const byPartner = rating.byPartner.map(({ partnerId, mean }) => ({ partnerId, mean }));
    const ofParties = byPartner.filter(({ partnerId }) => partnerId !== null);
    // On a board without partners the people who rate are all there is.
    const means = (ofParties.length > 0 ? ofParties : byPartner).map(({ mean }) => mean);
    const lowest = Math.min(...means);
    const hasEverybody = state.partners.every(({ id }) =>
      byPartner.some(({ partnerId }) => partnerId === id),
    );
    const sum = Math.round(means.reduce((total, mean) => total + mean, 0) * 1_000) / 1_000;
    return [{ note, byPartner, lowest, sum, isWorkable: hasEverybody && lowest >= 0 }];
  });
  const ordered = options.toSorted((one, other) => other.lowest - one.lowest || other.sum - one.sum);
  const workable = ordered.filter(({ isWorkable }) => isWorkable);
  const nearest = workable.length > 0 ? [] : ordered.filter(({ lowest }) => lowest === ordered[0]?.lowest);
  return { options: ordered, workable, nearest };
}
