import { z } from 'zod';
import { countField, itemIdField, keyField, lineField, minutesField, timeField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { workshopLimits } from '../limits.ts';
import { emptyDiscussion } from './DiscussionState.ts';

/** The answers to "go on?" and the number each is kept as. */
export const thumbValues = { up: 1, side: 0, down: -1 } as const;

const thumb = z.enum(['up', 'side', 'down']);
const counts = z.object({ up: countField, side: countField, down: countField });
const topic = z.object({ topicId: itemIdField, title: lineField });
const topics = z
  .array(topic)
  .max(workshopLimits.maxTopics)
  .refine((list) => new Set(list.map(({ topicId }) => topicId)).size === list.length);
const deadlineAt = timeField.nullable();

/**
 * Topics one after the other, each with its timer and a show of thumbs when it ends, as in Lean Coffee (Jim Benson
 * and Jeremy Lightsmith, 2009). Thumbs are told to be counted, not who gave which.
 */
export const discussionShape = defineShape({
  initial: emptyDiscussion,
  commands: {
    /** The whole queue in its order; topics that stay keep how far they are. */
    'discussion.setQueue': { who: 'facilitators', fields: { topics } },
    /** The queue from a counted vote, most wanted first; items without a dot stay out. */
    'discussion.queueFromVote': { who: 'facilitators', fields: { stepKey: keyField } },
    /** Null takes the step's minutes for a topic. */
    'discussion.startTopic': {
      who: 'facilitators',
      fields: { topicId: itemIdField, minutes: minutesField.nullable().default(null) },
    },
    'discussion.askGoOn': { who: 'facilitators', fields: {} },
    'discussion.thumb': { who: 'contributors', fields: { askNumber: countField, thumb: thumb.nullable() } },
    'discussion.countThumbs': { who: 'facilitators', fields: {} },
    /** Goes on with the topic for so long from now. */
    'discussion.goOn': { who: 'facilitators', fields: { minutes: minutesField } },
    'discussion.finishTopic': { who: 'facilitators', fields: {} },
  },
  events: {
    'discussion.queueSet': { topics },
    'discussion.topicStarted': { topicId: itemIdField, deadlineAt },
    'discussion.goOnAsked': { askNumber: countField },
    'discussion.thumbsCounted': { askNumber: countField, counts },
    'discussion.wentOn': { deadlineAt },
    'discussion.topicFinished': { topicId: itemIdField },
  },
  view: z.object({
    topics: z.array(z.object({ ...topic.shape, status: z.enum(['waiting', 'current', 'done']) })),
    current: z
      .object({
        topicId: itemIdField,
        /** Server time, ms. */
        deadlineAt,
        isOver: z.boolean(),
        ask: z
          .object({
            askNumber: countField,
            /** How many have answered while it is open, of how many. */
            thumbCount: countField,
            expectedCount: countField,
            yours: thumb.nullable(),
            /** Null while it is open. */
            counts: counts.nullable(),
          })
          .nullable(),
      })
      .nullable(),
  }),
});
