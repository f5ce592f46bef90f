import {
  nameSchema,
  partnerColourSchema,
  plainIdSchema,
  removalSchema,
  roleSchema,
  snapshotReasons,
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

/** What is known of a moment, as entry `snapshots.json` lists it; what it holds is an entry of its own. */
export const snapshotPart = z.object({
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

const event = z.unknown().transform((value, context) => {
  const parsed = parseEvent(value);
  if (parsed.ok) return JSON.stringify(value);
  context.addIssue({ code: 'custom', message: parsed.error });
  return z.NEVER;
});

/**
 * The tables of a board that are one JSON entry each, `<name>.json`, and how each is checked when it comes from outside. Another
 * table is another line here. An entry that is not there is an empty table.
 */
export const tableParts = {
  partners: z
    .array(z.object({ id: plainIdSchema<PartnerId>(), name: nameSchema, colour: partnerColourSchema }))
    .max(limits.maxPartners),
  participants: z
    .array(
      z.object({
        id: plainIdSchema<ParticipantId>(),
        name: nameSchema,
        partnerId: plainIdSchema<PartnerId>().nullable(),
        role: roleSchema,
        joinedAt: time,
        removedAt: time.nullable(),
      }),
    )
    .max(100_000),
  launches: z
    .array(
      z.object({
        commandId: plainIdSchema<CommandId>(),
        templateId: text(64),
        pageId: text(128),
        bounds: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        at: time,
      }),
    )
    .max(10_000),
  events: z.array(event).max(1_000_000),
  threads: z.array(threadContentSchema).max(100_000),
  removals: z.array(removalSchema).max(100_000),
} satisfies { readonly [Table in keyof ArchivedBoard]?: z.ZodType };

/** Name of a {@link tableParts} entry. */
export type TableName = keyof typeof tableParts;

/** Names of the tables. */
export const tableNames = Object.keys(tableParts) as TableName[];
