import type { Result } from '@common-ground/protocol';
import { requireRunning } from '../agenda/runningAgenda.ts';
import { type Outcome, accept } from '../core/Outcome.ts';
import type { PrivateChange } from '../core/Privates.ts';
import { deleteBallots } from '../core/Privates.ts';
import type { Refusal } from '../core/Refusal.ts';
import type { Context } from '../core/Rules.ts';
import { thumbsKey } from './DiscussionState.ts';

/** Sets the queue; a topic that is taken out while it is talked about takes its thumbs along. */
export function setQueue(
  topics: readonly { readonly topicId: string; readonly title: string }[],
  context: Context,
): Result<Outcome, Refusal> {
  const agenda = requireRunning(context.state);
  if (!agenda.ok) return agenda;
  const currentId = context.state.discussion.current?.topicId;
  const staysCurrent = topics.some(({ topicId }) => topicId === currentId);
  return accept({
    events: [{ type: 'discussion.queueSet', topics }],
    privateChanges: staysCurrent ? [] : deletionOfThumbs(context),
  });
}

/** The changes that drop a question that nobody counted, with its thumbs. */
export function deletionOfThumbs({ state, privates }: Context): PrivateChange[] {
  const ask = state.discussion.current?.ask;
  return ask ? deleteBallots(privates, thumbsKey(ask.askNumber)) : [];
}
