import type { DotsTally } from '@common-ground/workshop';
import type { PartnerId } from '@common-ground/protocol';
import type { BoardState } from '../state/BoardState.ts';
import { latestRun } from '../state/ratings.ts';

/** What was voted on: a cluster, or a note that lies in none. */
export interface VotedTopic {
  readonly itemId: string;
  /** The cluster's name or the note's text, as it was when the vote was opened. */
  readonly label: string;
  /** 1 for the most wanted; equal votes share a rank. */
  readonly rank: number;
  /** Null where the count tells the order only. */
  readonly dots: number | null;
  readonly byPartner: readonly { readonly partnerId: PartnerId | null; readonly dots: number }[];
  /** The notes of a cluster that are in it now; of a single note its own text. */
  readonly texts: readonly string[];
}

/** What the group voted on in the latest count that is shown, in the order in which it is to be discussed. */
export function votedTopics(
  state: Pick<BoardState, 'notes' | 'clusters' | 'workshop'>,
): readonly VotedTopic[] {
  const rounds = latestRun(state.workshop.rounds.filter(({ tally }) => tally.kind === 'dots'));
  const latest = rounds.at(-1);
  if (latest?.tally.kind !== 'dots') return [];
  const topics = latest.items.flatMap((item) => topicOf(item, latest.tally as DotsTally, state));
  // Sorting is stable: what is wanted equally stays in the order in which it was put to the vote.
  return topics.toSorted((one, other) => one.rank - other.rank);
}

function topicOf(
  { itemId, label }: { readonly itemId: string; readonly label: string },
  tally: DotsTally,
  { notes }: Pick<BoardState, 'notes'>,
): VotedTopic[] {
  const counted = tally.items.find((item) => item.itemId === itemId);
  if (counted === undefined) return [];
  const { byPartner, dots, rank } = counted;
  const texts = notes
    .filter(({ clusterId, shapeId }) => clusterId === itemId || shapeId === itemId)
    .map(({ text }) => text);
  return [{ itemId, label, rank, dots, byPartner, texts }];
}
