import { createHash } from 'node:crypto';
import type { CanvasContent } from '@common-ground/board';
import {
  fail,
  limits,
  ok,
  parseAssetId,
  type AssetId,
  type DueDay,
  type Result,
} from '@common-ground/protocol';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { z } from 'zod';
import { assetHeadBytes } from '../assets/AssetStore.ts';
import { assetIdOf, parseImageInfo } from '../assets/imageInfo.ts';
import { dueDaysOf } from '../feeds/dueDaysOf.ts';
import { newCanvasOf, type NewCanvas } from '../history/historyTasks.ts';
import { packSnapshot, parseSnapshotContent, unpackSnapshot } from '../history/SnapshotContent.ts';
import type { StoredSnapshot } from '../history/SnapshotStore.ts';
import type { ArchivedBoard } from './ArchiveStore.ts';
import {
  boardFileFormat,
  boardPart,
  snapshotsPart,
  tableNames,
  tableParts,
  type TableName,
} from './boardFileParts.ts';
import { foldEvents } from './foldEvents.ts';

/** What goes into a board file. */
export interface BoardFileContent {
  readonly board: ArchivedBoard;
  readonly canvas: CanvasContent;
  readonly assets: readonly (readonly [AssetId, Uint8Array])[];
}

/** What came out of one, checked. */
export interface ReadBoardFile {
  readonly board: ArchivedBoard;
  readonly canvas: NewCanvas;
  readonly assets: readonly (readonly [AssetId, Uint8Array])[];
  /** What its events leave due. */
  readonly dueDays: readonly DueDay[];
}

/** How much a board file may hold. */
export interface BoardFileLimits {
  /** Bytes of everything in it, unpacked. */
  readonly maxUnpackedBytes: number;
  readonly maxEntries: number;
}

/** The limits that are in force. */
export const boardFileLimits: BoardFileLimits = { maxUnpackedBytes: 512 * 1024 * 1024, maxEntries: 20_000 };

/** Puts a board into one zip archive. Rejects when a kept moment cannot be read. */
export async function packBoardFile({ board, canvas, assets }: BoardFileContent): Promise<Uint8Array> {
  const { createdAt, snapshots, title } = board;
  const entries: Zippable = {
    'board.json': json({ format: boardFileFormat, product: 'common-ground', title, createdAt }),
    'canvas.json': json({ format: 1, canvas, workshop: null }),
    'snapshots.json': json(
      snapshots.map(({ record: { commandId: _commandId, upToSeq: _upToSeq, ...known } }) => known),
    ),
  };
  for (const table of tableNames) entries[`${table}.json`] = json(rowsOf(board, table));
  for (const { record, content } of snapshots) {
    const unpacked = await unpackSnapshot(content);
    if (!unpacked.ok) throw new Error(`Snapshot ${record.id}: ${unpacked.error}`);
    entries[`snapshots/${record.id}.json`] = json({ format: 1, ...unpacked.value });
  }
  // Images are packed already.
  for (const [id, bytes] of assets) entries[`assets/${id}`] = [bytes, { level: 0 }];
  return zipSync(entries, { level: 6, mtime: '1980-01-01T00:00:00' });
}

/**
 * Reads a board file that may come from anywhere: what is declared larger than allowed is not unpacked, entries are found by the
 * names that are expected and never become paths, and everything is checked. Fails with the reason.
 */
export async function unpackBoardFile(
  bytes: Uint8Array,
  allowed: BoardFileLimits = boardFileLimits,
): Promise<Result<ReadBoardFile, string>> {
  try {
    const entries = unzip(bytes, allowed);
    const { createdAt, title } = readPart(entries, 'board.json', boardPart);
    const tables = Object.fromEntries(
      tableNames.map((table) => [table, readPart(entries, `${table}.json`, tableParts[table], [])]),
    ) as unknown as Pick<ArchivedBoard, TableName>;
    const content = parseSnapshotContent(parseJson(entries, 'canvas.json'));
    if (!content.ok) return fail(`canvas.json: ${content.error}`);
    const snapshots = await readSnapshots(entries);
    const workshop = foldEvents(tables.events);
    if (!workshop.ok) return fail(`events.json ${workshop.error}`);
    return ok({
      board: { title, createdAt, ...tables, snapshots },
      canvas: newCanvasOf(content.value.canvas),
      assets: readAssets(entries),
      dueDays: dueDaysOf(workshop.value.outcomes),
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

type Entries = Readonly<Record<string, Uint8Array>>;

function rowsOf(board: ArchivedBoard, table: TableName): unknown {
  return table === 'events' ? board.events.map((event) => JSON.parse(event) as unknown) : board[table];
}

function unzip(bytes: Uint8Array, { maxEntries, maxUnpackedBytes }: BoardFileLimits): Entries {
  let total = 0;
  let count = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      total += originalSize;
      count += 1;
      if (total > maxUnpackedBytes || count > maxEntries) throw new Error('holds more than is allowed');
      return isExpected(name);
    },
  });
}

function isExpected(name: string): boolean {
  if (name.startsWith('assets/')) return parseAssetId(name.slice('assets/'.length)) !== null;
  if (/^snapshots\/[A-Za-z0-9_-]{1,64}\.json$/.test(name)) return true;
  const tables: readonly string[] = tableNames.map((table) => `${table}.json`);
  return ['board.json', 'canvas.json', 'snapshots.json', ...tables].includes(name);
}

async function readSnapshots(entries: Entries): Promise<StoredSnapshot[]> {
  const snapshots: StoredSnapshot[] = [];
  for (const known of readPart(entries, 'snapshots.json', snapshotsPart, [])) {
    const name = `snapshots/${known.id}.json`;
    const content = parseSnapshotContent(parseJson(entries, name));
    if (!content.ok) throw new Error(`${name}: ${content.error}`);
    const record = { ...known, upToSeq: 0, commandId: null };
    snapshots.push({ record, content: await packSnapshot(content.value) });
  }
  return snapshots;
}

/** Images by what they are: one whose bytes are not what its name says is refused. */
function readAssets(entries: Entries): (readonly [AssetId, Uint8Array])[] {
  return Object.entries(entries).flatMap(([name, bytes]) => {
    const id = name.startsWith('assets/') ? parseAssetId(name.slice('assets/'.length)) : null;
    if (id === null) return [];
    const info = parseImageInfo(bytes.subarray(0, assetHeadBytes), limits.maxImageSidePx);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!info.ok || assetIdOf(sha256, info.value) !== id)
      throw new Error(`${name} is not what its name says`);
    return [[id, bytes] as const];
  });
}

function readPart<S extends z.ZodType>(
  entries: Entries,
  name: string,
  schema: S,
  absent?: z.infer<S>,
): z.infer<S> {
  if (entries[name] === undefined && absent !== undefined) return absent;
  const parsed = schema.safeParse(parseJson(entries, name));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${name} at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'of another form'}`);
}

function parseJson(entries: Entries, name: string): unknown {
  const entry = entries[name];
  if (entry === undefined) throw new Error(`${name} is missing`);
  try {
    return JSON.parse(strFromU8(entry));
  } catch {
    throw new Error(`${name} is no JSON`);
  }
}

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value));
}
