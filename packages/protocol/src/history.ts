import { z } from 'zod';
import { plainIdSchema, titleSchema } from './http.ts';
import type { CommandId, ParticipantId, SnapshotId } from './ids.ts';

/*
 * Bodies of the HTTP interface that concern a board's history: what it was like, who removed what, what is new. All times
 * are server time, ms since 1970.
 */

/**
 * Why a snapshot was made. `named`: a facilitator asked for it. `step`: the workshop went to another step. `launch`: a
 * template was about to be laid out. `restore`: the board was about to be restored. `deletion`: the board as it was before
 * much of it was removed. `interval`: people were editing. `left`: the last one had left.
 */
export const snapshotReasons = [
  'named',
  'step',
  'launch',
  'restore',
  'deletion',
  'interval',
  'left',
] as const;
/** One of {@link snapshotReasons}. */
export type SnapshotReason = (typeof snapshotReasons)[number];

const time = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** A moment of a board that can be looked at and gone back to. */
export const snapshotSchema = z.object({
  id: plainIdSchema<SnapshotId>(),
  at: time,
  /** Named ones are kept for ever; automatic ones are thinned out with age. */
  kind: z.enum(['named', 'automatic']),
  reason: z.enum(snapshotReasons),
  name: z.string().optional(),
  /** Who asked for it or caused it; null for the server's own. */
  by: plainIdSchema<ParticipantId>().nullable(),
  /** Who was on the board since the snapshot before. */
  people: z.array(plainIdSchema<ParticipantId>()),
  /** Notes on the canvas. */
  noteCount: count,
  /** Title of the workshop's step at that time. */
  stepTitle: z.string().optional(),
});
/** See {@link snapshotSchema}. */
export type Snapshot = z.infer<typeof snapshotSchema>;

/** GET /api/boards/:boardId/snapshots: newest first. */
export const snapshotsResponse = z.object({ snapshots: z.array(snapshotSchema) });

/** POST /api/boards/:boardId/snapshots: keep the board as it is now, once per command id. */
export const takeSnapshotRequest = z.object({ name: titleSchema, commandId: plainIdSchema<CommandId>() });

/** PATCH /api/boards/:boardId/snapshots/:snapshotId: name it; an automatic one is kept for ever from then on. */
export const nameSnapshotRequest = z.object({ name: titleSchema });

/** GET /api/boards/:boardId/snapshots/:snapshotId */
export const snapshotContentResponse = z.object({
  snapshot: snapshotSchema,
  /** tldraw records of the canvas, in the present version of their schema; each still has to be checked by its reader. */
  records: z.array(z.unknown()),
  /** What the workshop had published (`PublishedWorkshop` of the templates); null where nothing ever was. */
  workshop: z.unknown(),
});

/** POST /api/boards/:boardId/snapshots/:snapshotId/restore: once per command id. */
export const restoreRequest = z.object({ commandId: plainIdSchema<CommandId>() });
/** The board as it was before, so that the restore can be taken back. */
export const restoreResponse = z.object({ before: snapshotSchema });

/** POST /api/boards/:boardId/snapshots/:snapshotId/board: answered as a new board is ({@link createBoardResponse}). */
export const boardFromSnapshotRequest = z.object({
  title: titleSchema,
  commandId: plainIdSchema<CommandId>(),
});

/** Something that was removed from the canvas. */
export const removalSchema = z.object({
  at: time,
  /** Who removed it; null for the server's own edits. */
  by: plainIdSchema<ParticipantId>().nullable(),
  /** tldraw shape id. */
  shapeId: z.string(),
  /** tldraw shape type. */
  type: z.string(),
  /** The words on it, cut to `maxRemovalText` characters. */
  text: z.string(),
});
/** See {@link removalSchema}. */
export type Removal = z.infer<typeof removalSchema>;

/** Query of GET /api/boards/:boardId/removals */
export const removalsQuery = z.object({ since: z.coerce.number().int().nonnegative().default(0) });
/** GET /api/boards/:boardId/removals: newest first. */
export const removalsResponse = z.object({ removals: z.array(removalSchema) });

/** GET /api/boards/:boardId/news: how much others did since this participant was last here. */
export const newsResponse = z.object({
  /** When that was; null for somebody who has never been here before. */
  since: time.nullable(),
  /** Shapes that others added, changed or moved, and removed. */
  added: count,
  changed: count,
  removed: count,
  /** Decisions of the workshop. */
  decisions: count,
  comments: count,
});
/** See {@link newsResponse}. */
export type News = z.infer<typeof newsResponse>;

/** POST /api/boards/:boardId/seen: everything up to then is no news any more. */
export const seenRequest = z.object({ at: time });
