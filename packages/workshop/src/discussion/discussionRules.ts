import type { Result } from '@common-ground/protocol';
import { ok } from '@common-ground/protocol';
import { currentStep, requireRunning } from '../agenda/runningAgenda.ts';
import { accept } from '../core/Outcome.ts';
import { type Refusal, refuse } from '../core/Refusal.ts';
import type { Rules } from '../core/Rules.ts';
import type { WorkshopState } from '../core/State.ts';
import { type CurrentTopic, type DiscussionState, type Topic, emptyDiscussion } from './DiscussionState.ts';
import { queueFromVote } from './queueFromVote.ts';
import { deletionOfThumbs, setQueue } from './setQueue.ts';
import { countThumbs, giveThumb, viewAsk } from './thumbs.ts';

/** Topics are taken one at a time; one that is started ends the one before. */
export const discussionRules: Rules<'discussion'> = {
  decide: {
    'discussion.setQueue': ({ topics }, context) => setQueue(topics, context),
    'discussion.queueFromVote': queueFromVote,
    'discussion.startTopic': ({ topicId, minutes }, context) => {
      const agenda = requireRunning(context.state);
      if (!agenda.ok) return agenda;
      const topic = context.state.discussion.topics.find((known) => known.topicId === topicId);
      if (!topic) return refuse('topic-unknown');
      if (topic.status === 'done') return refuse('topic-done');
      const deadlineAt = deadlineOf(minutes ?? topicMinutes(context.state), context.now);
      return accept({
        events: [{ type: 'discussion.topicStarted', topicId, deadlineAt }],
        privateChanges: deletionOfThumbs(context),
      });
    },
    'discussion.askGoOn': (_, { state }) => {
      const topic = requireTopic(state);
      if (!topic.ok) return topic;
      if (topic.value.ask?.status === 'open') return refuse('thumbs-open');
      const askNumber = state.discussion.askCount + 1;
      return accept({ events: [{ type: 'discussion.goOnAsked', askNumber }] });
    },
    'discussion.thumb': giveThumb,
    'discussion.countThumbs': countThumbs,
    'discussion.goOn': ({ minutes }, context) => {
      const topic = requireTopic(context.state);
      if (!topic.ok) return topic;
      const deadlineAt = deadlineOf(minutes, context.now);
      return accept({
        events: [{ type: 'discussion.wentOn', deadlineAt }],
        privateChanges: deletionOfThumbs(context),
      });
    },
    'discussion.finishTopic': (_, context) => {
      const topic = requireTopic(context.state);
      if (!topic.ok) return topic;
      return accept({
        events: [{ type: 'discussion.topicFinished', topicId: topic.value.topicId }],
        privateChanges: deletionOfThumbs(context),
      });
    },
  },
  evolve: {
    'agenda.started': ({ askCount }) => ({ ...emptyDiscussion, askCount }),
    'agenda.stepEntered': withoutCurrent,
    'agenda.ended': withoutCurrent,
    'discussion.queueSet': (discussion, { topics }) => withQueue(discussion, topics),
    'discussion.topicStarted': (discussion, { topicId, deadlineAt }) => ({
      ...discussion,
      topics: discussion.topics.map((topic) => startedAmong(topic, topicId)),
      current: { topicId, deadlineAt, ask: null },
    }),
    'discussion.goOnAsked': (discussion, { askNumber }) => ({
      ...withAsk(discussion, { status: 'open', askNumber }),
      askCount: askNumber,
    }),
    'discussion.thumbsCounted': (discussion, { askNumber, counts }) =>
      withAsk(discussion, { status: 'counted', askNumber, counts }),
    'discussion.wentOn': (discussion, { deadlineAt }) => ({
      ...discussion,
      current: discussion.current && { ...discussion.current, deadlineAt, ask: null },
    }),
    'discussion.topicFinished': (discussion, { topicId }) => ({
      ...discussion,
      topics: discussion.topics.map((topic) =>
        topic.topicId === topicId ? { ...topic, status: 'done' } : topic,
      ),
      current: null,
    }),
  },
  view: (context) => {
    const { topics, current } = context.state.discussion;
    if (!current) return { topics, current };
    const { topicId, deadlineAt, ask } = current;
    const isOver = deadlineAt !== null && deadlineAt <= context.now;
    return { topics, current: { topicId, deadlineAt, isOver, ask: ask && viewAsk(ask, context) } };
  },
  beforeLeaveStep: (_, __, context) => accept({ privateChanges: deletionOfThumbs(context) }),
};

function requireTopic({ discussion }: WorkshopState): Result<CurrentTopic, Refusal> {
  return discussion.current ? ok(discussion.current) : refuse('no-topic');
}

function topicMinutes(state: WorkshopState): number {
  const mode = currentStep(state)?.mode;
  return mode?.kind === 'discuss' ? (mode.topicMinutes ?? 0) : 0;
}

function deadlineOf(minutes: number, now: number): number | null {
  return minutes > 0 ? now + Math.round(minutes * 60_000) : null;
}

function withAsk(discussion: DiscussionState, ask: CurrentTopic['ask']): DiscussionState {
  return { ...discussion, current: discussion.current && { ...discussion.current, ask } };
}

/** A topic that was being talked about waits again, so that the group can come back to it. */
function withoutCurrent(discussion: DiscussionState): DiscussionState {
  const topics = discussion.topics.map((topic) =>
    topic.status === 'current' ? ({ ...topic, status: 'waiting' } as const) : topic,
  );
  return { ...discussion, topics, current: null };
}

function startedAmong(topic: Topic, topicId: string): Topic {
  if (topic.topicId === topicId) return { ...topic, status: 'current' };
  return topic.status === 'current' ? { ...topic, status: 'done' } : topic;
}

/** The topic being talked about stays while it is in the queue; "done" stays done unless it was taken out between. */
function withQueue(
  discussion: DiscussionState,
  queue: readonly { readonly topicId: string; readonly title: string }[],
): DiscussionState {
  const known = new Map(discussion.topics.map((topic) => [topic.topicId, topic.status]));
  const topics = queue.map((topic) => ({
    ...topic,
    status: known.get(topic.topicId) ?? ('waiting' as const),
  }));
  const staysCurrent = topics.some(({ status }) => status === 'current');
  return { ...discussion, topics, current: staysCurrent ? discussion.current : null };
}
