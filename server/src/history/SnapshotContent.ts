import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { parseCanvasContent, upToDate, type CanvasContent } from '@common-ground/board';
import { fail, ok, type Result } from '@common-ground/protocol';
import type { PublishedWorkshop } from '@common-ground/templates';
import { z } from 'zod';
import { boardSchema } from '../boards/prepareBoard.ts';

/** What a kept moment holds. */
export interface SnapshotContent {
  readonly canvas: CanvasContent;
  /** What everybody could know of the workshop; null where there was none. No draft, no ballot, no count that was not shown. */
  readonly workshop: PublishedWorkshop | null;
}

/** Number of the form in which moments are kept; `unpackSnapshot` reads every earlier one. */
const snapshotFormat = 1;

/** Largest content once it is unpacked, bytes: several times what the largest board has. */
const maxContentBytes = 512 * 1024 * 1024;

/** zstd's own default. 5,000 notes: 2.7 MB of JSON, 100 kB at this level in 3 ms, 78 kB at level 19 in 1.3 s. */
const level = 3;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

const envelope = z.object({
  format: z.literal(snapshotFormat),
  canvas: z.unknown(),
  workshop: z.looseObject({}).nullable(),
});

/** A moment as bytes: zstd of JSON. */
export function packSnapshot({ canvas, workshop }: SnapshotContent): Promise<Buffer> {
  const json = JSON.stringify({ format: snapshotFormat, canvas, workshop });
  return compress(json, { params: { [constants.ZSTD_c_compressionLevel]: level } });
}

/** Reads a kept moment, its canvas brought up to this program's schema. Fails with the reason. */
export async function unpackSnapshot(bytes: Uint8Array): Promise<Result<SnapshotContent, string>> {
  try {
    const json = await decompress(bytes, { maxOutputLength: maxContentBytes });
    return parseSnapshotContent(JSON.parse(json.toString()));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** The same, of what was JSON. */
export function parseSnapshotContent(value: unknown): Result<SnapshotContent, string> {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return fail('of another form');
  const canvas = parseCanvasContent(parsed.data.canvas);
  if (!canvas.ok) return fail(`the canvas ${canvas.error}`);
  const current = upToDate(canvas.value, boardSchema);
  if (!current.ok) return fail('the canvas is of a later version of Common Ground');
  return ok({ canvas: current.value, workshop: parsed.data.workshop as PublishedWorkshop | null });
}
