import type { Result } from '@common-ground/protocol';
import { requireMode } from '../agenda/runningAgenda.ts';
import { voteOf } from '../ballots/BallotsState.ts';
import type { Outcome } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import { setQueue } from './setQueue.ts';

/** The queue in the order of the last count. A suppressed count has no order: the items stay as they were. */
export function queueFromVote(
  { stepKey }: { readonly stepKey: string },
  context: Context,
): Result<Outcome, Refusal> {
  const { state } = context;
  const mode = requireMode(state, stepKey, 'vote');
  if (!mode.ok) return mode;
  const vote = voteOf(state.ballots, stepKey);
  const tally = vote?.counted.at(-1)?.tally;
  if (!vote || tally?.kind !== 'dots') return refuse('vote-not-counted');
  const counts = new Map(tally.items.map((item) => [item.itemId, item]));
  const topics = vote.items
    .filter(({ itemId }) => counts.get(itemId)?.dots !== 0)
    .toSorted((one, other) => rankOf(one.itemId) - rankOf(other.itemId))
    .slice(0, workshopLimits.maxTopics)
    .map(({ itemId, label }) => ({ topicId: itemId, title: titleOf(label) }));
  return setQueue(topics, context);

  function rankOf(itemId: string): number {
    return counts.get(itemId)?.rank ?? 1;
  }
}

/** A note's text as one line. */
function titleOf(label: string): string {
  const line = label.replace(/\s+/gu, ' ').trim();
  return line.length === 0 ? '–' : line.slice(0, workshopLimits.maxTitleLength);
}
