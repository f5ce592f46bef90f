import { z } from 'zod';
import type { DeepReadonly } from '../core/DeepReadonly.ts';
import { countField, itemIdField, keyField, partnerIdField } from '../core/fields.ts';
import { workshopLimits } from '../limits.ts';

/** Something that is voted on or rated, with its label at the time, so that a result can be read without the canvas. */
export const itemSchema = z.object({
  itemId: itemIdField,
  label: z.string().max(workshopLimits.maxLabelLength),
});
/** See {@link itemSchema}. */
export type Item = z.infer<typeof itemSchema>;

const partnerDots = z.object({ partnerId: partnerIdField.nullable(), voters: countField, dots: countField });
const partnerRating = z.object({
  partnerId: partnerIdField.nullable(),
  answers: countField,
  mean: z.number(),
});

/**
 * Dots counted. `dots` is their plain sum; `score` what the item is ordered by: the same, or with one voice a partner the sum
 * of the shares of each partner's dots. Both are null where they would let a partner's votes be worked out.
 */
const dotsTally = z.object({
  kind: z.literal('dots'),
  voters: countField,
  /** Too few people for an anonymous result: `items` is empty. */
  isSuppressed: z.boolean(),
  items: z.array(
    z.object({
      itemId: itemIdField,
      /** 1 for the most wanted; equal scores share a rank. */
      rank: z.number().int().min(1),
      dots: countField.nullable(),
      score: z.number().nullable(),
      byPartner: z.array(partnerDots),
    }),
  ),
});

/** Ratings counted, one row for each thing that was asked. */
const ratingsTally = z.object({
  kind: z.literal('ratings'),
  voters: countField,
  isSuppressed: z.boolean(),
  ratings: z.array(
    z.object({
      /** The statement; null for a question asked once. */
      itemId: itemIdField.nullable(),
      /** The question; null for a statement rated as it stands. */
      questionKey: keyField.nullable(),
      answers: countField,
      /** Null without answers, and where there are too few for an anonymous result. */
      mean: z.number().nullable(),
      /** Standard deviation over all answers (population). */
      spread: z.number().nullable(),
      /** How many gave each value, from the scale's lowest on; empty where `mean` is null. */
      counts: z.array(countField),
      byPartner: z.array(partnerRating),
    }),
  ),
});

/** What is published of a vote. */
export const tallySchema = z.discriminatedUnion('kind', [dotsTally, ratingsTally]);
/** See {@link tallySchema}. */
export type Tally = DeepReadonly<z.infer<typeof tallySchema>>;
/** A count of dots. */
export type DotsTally = Extract<Tally, { kind: 'dots' }>;
/** A count of ratings. */
export type RatingsTally = Extract<Tally, { kind: 'ratings' }>;
