import type { BoardState } from '../state/BoardState.ts';
import { ratingRounds } from '../state/ratings.ts';

/** A question that every retrospective asks anew. */
export type TrendQuestion = 'safety' | 'roti';

/** What one retrospective of the series answered. */
export interface TrendPoint {
  readonly run: number;
  /** Server time, ms. */
  readonly closedAt: number;
  readonly mean: number;
  readonly answers: number;
}

/** The means of a question over the board's retrospectives, oldest first: the last count of each that could be shown. */
export function trendOf(state: Pick<BoardState, 'workshop'>, question: TrendQuestion): readonly TrendPoint[] {
  const points = new Map<number, TrendPoint>();
  for (const { closedAt, run, tally } of ratingRounds(state, [question])) {
    const rating = tally.ratings.find(({ questionKey }) => questionKey === question);
    if (rating === undefined || rating.mean === null) continue;
    points.set(run, { run, closedAt, mean: rating.mean, answers: rating.answers });
  }
  return [...points.values()];
}

/** What one retrospective of the series answered, question by question; undefined where nothing may be shown. */
export interface TrendTime {
  readonly run: number;
  /** When the last of its counts was closed, server time, ms. */
  readonly closedAt: number;
  readonly safety: TrendPoint | undefined;
  readonly roti: TrendPoint | undefined;
}

/** The series of retrospectives that have anything to show, oldest first. */
export function seriesOf(state: Pick<BoardState, 'workshop'>): readonly TrendTime[] {
  const [safety, roti] = [trendOf(state, 'safety'), trendOf(state, 'roti')];
  const runs = [...new Set([...safety, ...roti].map(({ run }) => run))].toSorted((one, other) => one - other);
  return runs.map((run) => {
    const [safe, worth] = [safety.find((one) => one.run === run), roti.find((one) => one.run === run)];
    return { run, closedAt: Math.max(safe?.closedAt ?? 0, worth?.closedAt ?? 0), safety: safe, roti: worth };
  });
}
