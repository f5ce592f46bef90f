import type { EventBody } from '../core/Event.ts';
import type { WorkshopState } from '../core/State.ts';
import type { Step } from '../Step.ts';
import { topicsOfVote } from './queueFromVote.ts';

/**
 * The queue sorts itself: a group that comes to talk finds what it voted for, most wanted first. Nothing where a queue
 * is there already, where partners restate each other, or where the count is not shown: its order would tell of it.
 */
export function queueOnEntry({ mode }: Step, { ballots, discussion }: WorkshopState): readonly EventBody[] {
  if (mode.kind !== 'discuss' || mode.restate === true || discussion.topics.length > 0) return [];
  const vote = ballots.votes.findLast(({ counted }) => counted.at(-1)?.tally.kind === 'dots');
  if (vote === undefined || vote.counted.at(-1)?.isShown !== true) return [];
  const topics = topicsOfVote(vote) ?? [];
  return topics.length === 0 ? [] : [{ type: 'discussion.queueSet', topics }];
}
