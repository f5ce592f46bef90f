import type { CommandId, PartnerId } from '@common-ground/protocol';
import type * as Y from 'yjs';
import { z } from 'zod';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';
import type { Box } from '../layout/Layout.ts';

/** Which template is laid out, for whom, by which command. */
export interface Launch {
  readonly commandId: CommandId;
  readonly templateId: string;
  readonly options: Readonly<Record<string, string>>;
  readonly partnerIds: readonly PartnerId[];
  /** Server time, ms. */
  readonly at: number;
  /** An own template whole, as whoever reads it has to check it; left out for those that come with the program. */
  readonly template?: unknown;
}

/** Where a template was laid out: its page, and its bounds in page px. */
export interface LaunchPlace {
  readonly pageId: string;
  readonly bounds: Box;
}

/** The templates laid out on a board, newest first; what in the document is no sound note of a launch is passed over. */
export function launchesOf(doc: Y.Doc): (Launch & LaunchPlace)[] {
  const board = openBoard(doc);
  return [...board.meta.keys()]
    .map((key) => parseLaunch(board, key))
    .filter((launch) => launch !== null)
    .toSorted((a, b) => b.at - a.at);
}

/** Where the template of this command was laid out; null when it was not. */
export function launchPlaceOf(board: BoardDocument, commandId: CommandId): LaunchPlace | null {
  const launch = parseLaunch(board, launchPrefix + commandId);
  return launch === null ? null : { pageId: launch.pageId, bounds: launch.bounds };
}

/** Notes in the document that a template was laid out. Call inside a transaction. */
export function noteLaunch(board: BoardDocument, launch: Launch, { pageId, bounds }: LaunchPlace): void {
  const { commandId, templateId, options, partnerIds, at, template } = launch;
  const own = template === undefined ? {} : { template };
  const note: Launch & LaunchPlace = {
    commandId,
    templateId,
    options,
    partnerIds,
    at,
    ...own,
    pageId,
    bounds,
  };
  board.meta.set(launchPrefix + commandId, note);
}

/** Prefix of the keys in a document's `meta` that tell of launched templates. */
export const launchPrefix = 'launch:';

const launchSchema = z.object({
  commandId: z.string().transform((id) => id as CommandId),
  templateId: z.string(),
  options: z.record(z.string(), z.string()),
  partnerIds: z.array(z.string().transform((id) => id as PartnerId)),
  at: z.number(),
  template: z.unknown().optional(),
  pageId: z.string(),
  bounds: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
});

function parseLaunch(board: BoardDocument, key: string): (Launch & LaunchPlace) | null {
  if (!key.startsWith(launchPrefix)) return null;
  const parsed = launchSchema.safeParse(board.meta.get(key));
  return parsed.success && key === launchPrefix + parsed.data.commandId ? parsed.data : null;
}
