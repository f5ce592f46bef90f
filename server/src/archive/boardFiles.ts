import { buffer } from 'node:stream/consumers';
import { roles, type AssetId, type BoardId, type Role } from '@common-ground/protocol';
import type { BoardStore } from '@common-ground/sync';
import type { Gatekeeper } from '../access/Gatekeeper.ts';
import type { NewLink } from '../access/LinkStore.ts';
import type { AssetStore } from '../assets/AssetStore.ts';
import type { HistoryTasks } from '../history/HistoryThread.ts';
import type { Ids } from '../ids.ts';
import type { ArchivedBoard, ArchiveStore } from './ArchiveStore.ts';

/** What taking boards along and bringing them in works with. */
export interface BoardFilesOptions {
  readonly archives: ArchiveStore;
  readonly canvases: Pick<BoardStore, 'load'>;
  readonly assets: AssetStore;
  readonly tasks: Pick<HistoryTasks, 'packFile' | 'unpackFile'>;
  readonly gatekeeper: Pick<Gatekeeper, 'newLink'>;
  readonly ids: Pick<Ids, 'boardId' | 'linkId'>;
}

/** Thrown for a file that is no board file; the message says what is wrong, and quotes nothing of it. */
export class BoardFileError extends Error {
  override readonly name = 'BoardFileError';
}

/** Largest board file, bytes. */
export const maxBoardFileBytes = 256 * 1024 * 1024;

/** A board as one file; null for an unknown board. Throws {@link BoardFileError} when its images alone are too large. */
export async function exportBoard(options: BoardFilesOptions, boardId: BoardId): Promise<Uint8Array | null> {
  const { archives, assets, canvases, tasks } = options;
  const board = await archives.read(boardId);
  if (board === null) return null;
  const canvas = await canvases.load(boardId);
  const wanted = await tasks.packFile(board, canvas, null);
  const files: (readonly [AssetId, Uint8Array])[] = [];
  let total = 0;
  for (const assetId of wanted.assetIds) {
    const stored = await assets.read(boardId, assetId);
    if (stored === null) continue;
    total += stored.bytes;
    if (total > maxBoardFileBytes)
      throw new BoardFileError('The images of this board are too large for one file.');
    files.push([assetId, await buffer(stored.content)]);
  }
  return (await tasks.packFile(board, canvas, files)).file;
}

/** Makes a board of a file, with new links; answers its id and what was in it. Throws {@link BoardFileError}. */
export async function importBoard(
  options: BoardFilesOptions,
  file: Uint8Array,
): Promise<{
  readonly boardId: BoardId;
  readonly links: Readonly<Record<Role, NewLink>>;
  readonly board: ArchivedBoard;
}> {
  const read = await options.tasks.unpackFile(file);
  if (!read.ok) throw new BoardFileError(read.error);
  const { assets, board, canvas, dueDays } = read.value;
  const boardId = options.ids.boardId();
  for (const [assetId, bytes] of assets) await keepAsset(options.assets, boardId, assetId, [bytes]);
  const links = newLinks(options);
  await options.archives.make({ ...board, id: boardId, links, canvas, dueDays });
  return { boardId, links, board };
}

/** Four new links. */
export function newLinks({
  gatekeeper,
  ids,
}: Pick<BoardFilesOptions, 'gatekeeper' | 'ids'>): Record<Role, NewLink> {
  return Object.fromEntries(roles.map((role) => [role, gatekeeper.newLink(ids.linkId())])) as Record<
    Role,
    NewLink
  >;
}

/** Puts a file that is known to be what its id says on a board. */
export async function keepAsset(
  assets: AssetStore,
  boardId: BoardId,
  assetId: AssetId,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const incoming = await assets.receive(each(bytes), maxBoardFileBytes);
  if (incoming === null) throw new BoardFileError('An image is too large.');
  if (assetId.startsWith(`${incoming.sha256}.`)) await incoming.keep(boardId, assetId);
  else await incoming.discard();
}

async function* each(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield* bytes;
}
