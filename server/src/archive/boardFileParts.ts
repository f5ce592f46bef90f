import {
  nameSchema,
  partnerColourSchema,
  plainIdSchema,
  removalSchema,
  roleSchema,
  snapshotReasons,
  commentSchema,
  threadContentSchema,
  titleSchema,
  limits,
  type AssetId,
  type CommandId,
  type ParticipantId,
  type PartnerId,
  type SnapshotId,
} from '@common-ground/protocol';
import { parseEvent } from '@common-ground/workshop';
import { z } from 'zod';
import type { ArchivedBoard } from './ArchiveStore.ts';

/** Number of the form of board files. Every earlier form stays readable; a change of form raises it. */
export const boardFileFormat = 1;

const time = z.number().int().nonnegative();
const text = (max: number) => z.string().max(max);
const assetId = z
  .string()
  .regex(/^[0-9a-f]{64}\.(png|jpg|gif|webp|avif)$/)
  .transform((value) => value as AssetId);

/** Entry `board.json`: what kind of file it is, and the board's title. */
export const boardPart = z.object({
  format: z.literal(boardFileFormat),
  product: z.literal('common-ground'),
  title: titleSchema,
  createdAt: time,
});

/** A list in which no two rows have the same id: a second one could not be stored beside the first. */
function rows<Row extends z.ZodType>(row: Row, most: number, idOf: (row: z.infer<Row>) => string) {
  return z
    .array(row)
    .max(most)
    .refine((all) => new Set(all.map(idOf)).size === all.length, { message: 'names one thing twice' });
}

const snapshot = z.object({
  id: plainIdSchema<SnapshotId>(),
  at: time,
  reason: z.enum(snapshotReasons),
  name: titleSchema.nullable(),
  by: plainIdSchema<ParticipantId>().nullable(),
  people: z.array(plainIdSchema<ParticipantId>()).max(10_000),
  noteCount: time,
  stepTitle: text(400).nullable(),
  assetIds: z.array(assetId).max(10_000),
});

/** What is known of the moments, entry `snapshots.json`; what each holds is an entry of its own. */
export const snapshotsPart = rows(snapshot, 10_000, ({ id }) => id);

const event = z.unknown().transform((value, context) => {
  const parsed = parseEvent(value);
  if (parsed.ok) return JSON.stringify(value);
  context.addIssue({ code: 'custom', message: parsed.error });
  return z.NEVER;
});

/** A thread as it is kept, no longer than one that was written here could have become. */
const thread = threadContentSchema.extend({
  comments: rows(
    commentSchema.extend({ text: text(limits.maxCommentLength) }),
    limits.maxCommentsPerThread,
    ({ id }) => id,
  ).min(1),
});

/**
 * The tables of a board that are one JSON entry each, `<name>.json`, and how each is checked when it comes from outside. Another
 * table is another line here. An entry that is not there is an empty table.
 */
export const tableParts = {
  partners: rows(
    z.object({ id: plainIdSchema<PartnerId>(), name: nameSchema, colour: partnerColourSchema }),
    limits.maxPartners,
    ({ id }) => id,
  ),
  participants: rows(
    z.object({
      id: plainIdSchema<ParticipantId>(),
      name: nameSchema,
      partnerId: plainIdSchema<PartnerId>().nullable(),
      role: roleSchema,
      joinedAt: time,
      removedAt: time.nullable(),
    }),
    100_000,
    ({ id }) => id,
  ),
  launches: rows(
    z.object({
      commandId: plainIdSchema<CommandId>(),
      templateId: text(64),
      pageId: text(128),
      bounds: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      at: time,
    }),
    10_000,
    ({ commandId }) => commandId,
  ),
  events: z.array(event).max(1_000_000),
  threads: rows(thread, limits.maxThreads, ({ id }) => id),
  removals: z.array(removalSchema).max(100_000),
} satisfies { readonly [Table in keyof ArchivedBoard]?: z.ZodType };

/** Name of a {@link tableParts} entry. */
export type TableName = keyof typeof tableParts;

/** Names of the tables. */
export const tableNames = Object.keys(tableParts) as TableName[];
