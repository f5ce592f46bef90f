import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { RecordReader, openBoard } from '@common-ground/board';
import type { AssetId, BoardId } from '@common-ground/protocol';
import * as Y from 'yjs';
import { boardSchema } from '../boards/prepareBoard.ts';
import { assetIdsOf, readStored } from '../history/historyTasks.ts';
import { unpackSnapshot } from '../history/SnapshotContent.ts';
import { readWorkshop } from '../workshop/workshopRows.ts';
import type { DataAccess } from './DataAccess.ts';

/** One thing that is wrong with a stored board. */
export interface BoardFault {
  readonly boardId: BoardId;
  readonly what: string;
}

/** Reads every board as the server would, with its workshop, its kept moments and its images, and tells what is wrong. */
export async function* checkBoards(
  data: DataAccess,
  boards: readonly { readonly id: BoardId }[],
): AsyncIterable<BoardFault> {
  for (const { id } of boards) {
    for await (const what of faultsOf(data, id)) yield { boardId: id, what };
  }
}

async function* faultsOf(data: DataAccess, boardId: BoardId): AsyncIterable<string> {
  const { archives, canvases, comments, workshops } = data.stores;
  const assetIds = new Set<AssetId>();
  yield* attempt('the canvas cannot be read', async () => {
    const stored = await canvases.load(boardId);
    for (const assetId of assetIdsOf(readStored(stored))) assetIds.add(assetId);
    return unreadableRecords(stored);
  });
  yield* attempt('the workshop cannot be read', async () => {
    readWorkshop(await workshops.load(boardId));
    return [];
  });
  yield* attempt('the comments cannot be read', async () => {
    await comments.list(boardId);
    return [];
  });
  yield* attempt('the board cannot be read', async () => {
    const faults: string[] = [];
    const board = await archives.read(boardId);
    for (const { record, content } of board?.snapshots ?? []) {
      const unpacked = await unpackSnapshot(content);
      if (!unpacked.ok) faults.push(`the moment ${record.id} cannot be read: ${unpacked.error}`);
      for (const assetId of record.assetIds) assetIds.add(assetId);
    }
    return faults;
  });
  for (const assetId of assetIds)
    yield* attempt(`the image ${assetId} cannot be read`, () => imageFaults(data, boardId, assetId));
}

async function imageFaults({ files }: DataAccess, boardId: BoardId, assetId: AssetId): Promise<string[]> {
  const stored = await files.assets.read(boardId, assetId);
  if (stored === null) return [`the image ${assetId} is missing`];
  const sha256 = createHash('sha256')
    .update(await buffer(stored.content))
    .digest('hex');
  return assetId.startsWith(`${sha256}.`) ? [] : [`the image ${assetId} is damaged`];
}

/** Records that nobody is shown, because they do not validate. */
function unreadableRecords(stored: {
  snapshot: Uint8Array | null;
  updates: readonly Uint8Array[];
}): string[] {
  const doc = new Y.Doc();
  if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  const reader = new RecordReader(openBoard(doc), boardSchema);
  reader.readAll();
  return [...reader.faults.keys()].map((id) => `${id} on the canvas cannot be shown`);
}

async function* attempt(otherwise: string, look: () => Promise<readonly string[]>): AsyncIterable<string> {
  try {
    yield* await look();
  } catch (error) {
    yield `${otherwise}: ${reasonOf(error)}`;
  }
}

/** What a parser of JSON says quotes what it parsed, and that may be a draft. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'something in it is no JSON';
  return error instanceof Error ? error.message : String(error);
}
