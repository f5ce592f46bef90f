import {
  migrateBoard,
  readCanvas,
  restoreCanvas,
  startBoard,
  type CanvasContent,
} from '@common-ground/board';
import { ok, parseAssetId, type AssetId, type Result, type Snapshot } from '@common-ground/protocol';
import type { StoredCanvas } from '@common-ground/sync';
import type { PublishedWorkshop } from '@common-ground/templates';
import * as Y from 'yjs';
import type { ArchivedBoard } from '../archive/ArchiveStore.ts';
import {
  packBoardFile,
  unpackBoardFile,
  type BoardFileContent,
  type ReadBoardFile,
} from '../archive/boardFile.ts';
import { boardSchema, needsPreparing } from '../boards/prepareBoard.ts';
import { packSnapshot, unpackSnapshot } from './SnapshotContent.ts';

/** A moment that was packed, and what is told of it without unpacking it. */
export interface PackedSnapshot {
  readonly content: Uint8Array;
  readonly noteCount: number;
  readonly assetIds: readonly AssetId[];
}

/** A new board's canvas as the log keeps it. */
export interface NewCanvas {
  /** Yjs update v1. */
  readonly update: Uint8Array;
  /** Yjs client id it was written under: the server's. */
  readonly clientId: number;
}

/** The work of history that takes long: whole canvases are read, packed and unpacked. {@link HistoryThread} does it. */
export const historyTasks = {
  /** Packs a canvas as it is stored, with what its workshop had published then. */
  async take(stored: StoredCanvas, workshop: PublishedWorkshop | null): Promise<PackedSnapshot> {
    const canvas = readStored(stored);
    const content = await packSnapshot({ canvas, workshop });
    return { content, noteCount: noteCountOf(canvas), assetIds: assetIdsOf(canvas) };
  },

  /** The body that answers somebody who opens a moment: JSON in UTF-8. */
  async open(content: Uint8Array, snapshot: Snapshot): Promise<Result<Uint8Array, string>> {
    const unpacked = await unpackSnapshot(content);
    if (!unpacked.ok) return unpacked;
    const { canvas, workshop } = unpacked.value;
    return ok(Buffer.from(JSON.stringify({ snapshot, records: canvas.records, workshop })));
  },

  /** A moment's canvas, to be restored. */
  async canvas(content: Uint8Array): Promise<Result<CanvasContent, string>> {
    const unpacked = await unpackSnapshot(content);
    return unpacked.ok ? ok(unpacked.value.canvas) : unpacked;
  },

  /** A moment's canvas as that of a new board. */
  async newCanvas(content: Uint8Array): Promise<Result<NewCanvas & { canvas: CanvasContent }, string>> {
    const unpacked = await unpackSnapshot(content);
    if (!unpacked.ok) return unpacked;
    const { canvas } = unpacked.value;
    return ok({ ...newCanvasOf(canvas), canvas });
  },

  /** A board as a file, and the images it needs; without images, only which those are. */
  async packFile(
    board: ArchivedBoard,
    stored: StoredCanvas,
    assets: BoardFileContent['assets'] | null,
  ): Promise<{ readonly file: Uint8Array; readonly assetIds: readonly AssetId[] }> {
    const canvas = readStored(stored);
    const kept = board.snapshots.flatMap(({ record }) => record.assetIds);
    const assetIds = [...new Set([...assetIdsOf(canvas), ...kept])];
    const file = assets === null ? new Uint8Array() : await packBoardFile({ board, canvas, assets });
    return { file, assetIds };
  },

  /** What is in a board file that may come from anywhere. */
  unpackFile: (file: Uint8Array): Promise<Result<ReadBoardFile, string>> => unpackBoardFile(file),
};

/** Everything that stands in a stored canvas, put in order as a room that loads it would. Throws when Yjs cannot read it. */
export function readStored({ snapshot, updates }: Pick<StoredCanvas, 'snapshot' | 'updates'>): CanvasContent {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot !== null) Y.applyUpdate(doc, snapshot);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error('The stored log has gaps.');
  if (needsPreparing(doc)) migrateBoard(doc, boardSchema);
  return readCanvas(doc, boardSchema);
}

/** A document that holds the canvas and no other history. */
export function newCanvasOf(canvas: CanvasContent): NewCanvas {
  const doc = new Y.Doc();
  doc.transact(() => {
    startBoard(doc, boardSchema);
    restoreCanvas(doc, canvas);
  });
  return { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID };
}

/** Notes on a canvas. */
export function noteCountOf({ records }: CanvasContent): number {
  return records.filter((record) => record.typeName === 'shape' && record.type === 'note').length;
}

const assetScheme = 'asset:';

/** Files of the server that a canvas shows. */
export function assetIdsOf({ records, setAside }: CanvasContent): AssetId[] {
  const ids = new Set<AssetId>();
  for (const record of [...records, ...setAside] as readonly Readonly<Record<string, unknown>>[]) {
    if (record['typeName'] !== 'asset') continue;
    const { src } = (record['props'] ?? {}) as { readonly src?: unknown };
    const id = typeof src === 'string' && src.startsWith(assetScheme) ? src.slice(assetScheme.length) : null;
    const assetId = parseAssetId(id);
    if (assetId !== null) ids.add(assetId);
  }
  return [...ids];
}
