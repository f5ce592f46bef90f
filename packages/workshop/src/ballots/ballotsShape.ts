import { z } from 'zod';
import { countField, itemIdField, keyField, timeField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { workshopLimits } from '../limits.ts';
import { noVotes } from './BallotsState.ts';
import { itemSchema, tallySchema } from './tallySchemas.ts';

const privacy = z.enum(['anonymous', 'by-partner']);
const items = z
  .array(itemSchema)
  .max(workshopLimits.maxItems)
  .refine((list) => new Set(list.map(({ itemId }) => itemId)).size === list.length);
const round = z.number().int().min(1);
const answer = z.object({ key: z.string(), value: z.number() });
const countedRound = z.object({ round, tally: tallySchema, isShown: z.boolean(), closedAt: timeField });

/**
 * Dot votes and checks. A voter says which round and which privacy they were shown (`told`), so that no answer is
 * counted under other terms.
 */
export const ballotsShape = defineShape({
  initial: noVotes,
  commands: {
    'ballots.open': { who: 'facilitators', fields: { stepKey: keyField, items } },
    /** While it is open: notes came or went. Answers to items that are gone go with them. */
    'ballots.setItems': { who: 'facilitators', fields: { stepKey: keyField, items } },
    /** Puts exactly so many dots of yours on an item; 0 takes them back. */
    'ballots.placeDots': {
      who: 'contributors',
      fields: { stepKey: keyField, round, told: privacy, itemId: itemIdField, dots: countField },
    },
    /** Rates; null takes a rating back. */
    'ballots.rate': {
      who: 'contributors',
      fields: {
        stepKey: keyField,
        round,
        told: privacy,
        answers: z
          .array(
            z.object({
              itemId: itemIdField.nullable(),
              questionKey: keyField.nullable(),
              value: z.number().int().nullable(),
            }),
          )
          .min(1)
          .max(workshopLimits.maxItems),
      },
    },
    /** Takes your whole ballot back. */
    'ballots.retract': { who: 'contributors', fields: { stepKey: keyField, round } },
    'ballots.close': { who: 'facilitators', fields: { stepKey: keyField, show: z.boolean().default(true) } },
    'ballots.reopen': { who: 'facilitators', fields: { stepKey: keyField } },
    'ballots.show': { who: 'facilitators', fields: { stepKey: keyField, round, show: z.boolean() } },
  },
  events: {
    'ballots.opened': { stepKey: keyField, round, items },
    'ballots.itemsSet': { stepKey: keyField, items },
    'ballots.closed': { stepKey: keyField, round, tally: tallySchema, isShown: z.boolean() },
    'ballots.shown': { stepKey: keyField, round, isShown: z.boolean() },
  },
  view: z.object({
    votes: z.array(
      z.object({
        stepKey: keyField,
        status: z.enum(['open', 'closed']),
        round,
        items: z.array(itemSchema),
        /** How many have answered while it is open, of how many. */
        voterCount: countField,
        expectedCount: countField,
        /** Your own answers while it is open; see `ratingKey` for the keys of ratings. */
        yours: z.array(answer),
        /** Dots you have left; null where there are no dots. */
        dotsLeft: countField.nullable(),
        /** Counted rounds that you may see. */
        counted: z.array(countedRound),
      }),
    ),
    /** Results of earlier runs on this board. */
    past: z.array(
      z.object({
        run: countField,
        stepKey: keyField,
        items: z.array(itemSchema),
        tally: tallySchema,
        closedAt: timeField,
      }),
    ),
  }),
});
