import type { Result } from '@common-ground/protocol';
import { requireMode } from '../agenda/runningAgenda.ts';
import { type Vote, voteOf } from '../ballots/BallotsState.ts';
import type { Outcome } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { workshopLimits } from '../limits.ts';
import { setQueue } from './setQueue.ts';

/** A topic before it waits in a queue. */
export interface NewTopic {
  readonly topicId: string;
  readonly title: string;
}

/** The queue in the order of the last count. A suppressed count has no order: the items stay as they were. */
export function queueFromVote(
  { stepKey }: { readonly stepKey: string },
  context: Context,
): Result<Outcome, Refusal> {
  const { state } = context;
  const mode = requireMode(state, stepKey, 'vote');
  if (!mode.ok) return mode;
  const vote = voteOf(state.ballots, stepKey);
  const topics = vote === null ? null : topicsOfVote(vote);
  if (topics === null) return refuse('vote-not-counted');
  return setQueue(topics, context);
}

/** What was voted for, most wanted first; items without a dot stay out. Null for what was not counted, or is no vote of dots. */
export function topicsOfVote({ counted, items }: Vote): readonly NewTopic[] | null {
  const tally = counted.at(-1)?.tally;
  if (tally?.kind !== 'dots') return null;
  const counts = new Map(tally.items.map((item) => [item.itemId, item]));
  const rankOf = (itemId: string) => counts.get(itemId)?.rank ?? 1;
  return items
    .filter(({ itemId }) => counts.get(itemId)?.dots !== 0)
    .toSorted((one, other) => rankOf(one.itemId) - rankOf(other.itemId))
    .slice(0, workshopLimits.maxTopics)
    .map(({ itemId, label }) => ({ topicId: itemId, title: titleOf(label) }));
}

/** A note's text as one line. */
function titleOf(label: string): string {
  const line = label.replace(/\s+/gu, ' ').trim();
  return line.length === 0 ? '–' : line.slice(0, workshopLimits.maxTitleLength);
}
