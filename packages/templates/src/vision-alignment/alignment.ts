import type { PartnerId } from '@common-ground/protocol';
import type { BoardState, StateNote } from '../state/BoardState.ts';
import { notesIn } from '../state/BoardState.ts';
import type { Rating, RatingRound } from '../state/ratings.ts';
import { latestRun, ratingRounds } from '../state/ratings.ts';

/** What a statement is rated on. */
export const visionQuestions = ['clear', 'commit'] as const;
/** One of {@link visionQuestions}. */
export type VisionQuestion = (typeof visionQuestions)[number];

/** Sections whose notes are the statements. */
export const statementSections = ['vision', 'objectives'] as const;

/** Every partner's mean is at least this, and the gap at most that: aligned. */
const alignedMean = 4;
const alignedGap = 1;
/** A gap of so much or more: contested. */
const contestedGap = 2;

/** Whether partners stand behind a statement, do not know yet, or differ. */
export type Alignment = 'aligned' | 'forming' | 'contested';

/** How one question about one statement was answered. */
export interface QuestionAlignment {
  readonly question: VisionQuestion;
  /** Mean and standard deviation over all people. */
  readonly mean: number;
  readonly spread: number;
  /** Each partner's mean; null stands for people without a partner. */
  readonly byPartner: readonly { readonly partnerId: PartnerId | null; readonly mean: number }[];
  /** Between the highest and the lowest partner. */
  readonly gap: number;
  readonly alignment: Alignment;
  /** The mean's change since the first check; null with one check, or where the first did not ask it. */
  readonly movement: number | null;
}

/** How a statement stands after the latest check. */
export interface StatementAlignment {
  readonly note: StateNote;
  readonly questions: readonly QuestionAlignment[];
  /** Aligned when it is on every question, contested when it is on any. */
  readonly alignment: Alignment;
  /** How it stood after the first check; null with one check, or when it was not rated then. */
  readonly before: Alignment | null;
}

/** The statements that are on the board and were rated, in reading order; the latest run's checks count. */
export function alignmentOf(
  state: Pick<BoardState, 'notes' | 'partners' | 'workshop'>,
): readonly StatementAlignment[] {
  const rounds = latestRun(ratingRounds(state, visionQuestions));
  const [latest, first] = [rounds.at(-1), rounds.length > 1 ? rounds[0] : undefined];
  if (latest === undefined) return [];
  return statementSections
    .flatMap((key) => notesIn(state, key))
    .flatMap((note) => {
      const before = first === undefined ? [] : questionsOf(note, first, undefined, state.partners);
      const questions = questionsOf(note, latest, first, state.partners);
      if (questions.length === 0) return [];
      return [
        {
          note,
          questions,
          alignment: together(questions),
          before: before.length === 0 ? null : together(before),
        },
      ];
    });
}

function questionsOf(
  note: StateNote,
  round: RatingRound,
  first: RatingRound | undefined,
  partners: BoardState['partners'],
): QuestionAlignment[] {
  return visionQuestions.flatMap((question) => {
    const rating = ratingOf(round, note, question);
    if (rating?.mean === undefined || rating.mean === null) return [];
    const means = rating.byPartner.map(({ mean }) => mean);
    const gap = means.length === 0 ? 0 : rounded(Math.max(...means) - Math.min(...means));
    const before = first === undefined ? null : (ratingOf(first, note, question)?.mean ?? null);
    return [
      {
        question,
        mean: rating.mean,
        spread: rating.spread ?? 0,
        byPartner: rating.byPartner.map(({ partnerId, mean }) => ({ partnerId, mean })),
        gap,
        alignment: judge(rating, gap, partners),
        movement: before === null ? null : rounded(rating.mean - before),
      },
    ];
  });
}

/** A partner that has not answered, or is not shown apart, has not agreed: without it nothing is aligned. */
function judge({ byPartner }: Rating, gap: number, partners: BoardState['partners']): Alignment {
  if (gap >= contestedGap) return 'contested';
  const hasEverybody = partners.every(({ id }) => byPartner.some(({ partnerId }) => partnerId === id));
  const isHigh = byPartner.every(({ mean }) => mean >= alignedMean);
  return hasEverybody && isHigh && gap <= alignedGap ? 'aligned' : 'forming';
}

function together(questions: readonly { readonly alignment: Alignment }[]): Alignment {
  if (questions.some(({ alignment }) => alignment === 'contested')) return 'contested';
  return questions.every(({ alignment }) => alignment === 'aligned') ? 'aligned' : 'forming';
}

function ratingOf({ tally }: RatingRound, { shapeId }: StateNote, question: VisionQuestion) {
  return tally.ratings.find(({ itemId, questionKey }) => itemId === shapeId && questionKey === question);
}

/** Means come with three decimals; their differences get no more. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000 + 0;
}
