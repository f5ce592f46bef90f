import { createdOf, changedOf, type CanvasContent } from '@common-ground/board';
import type { BoardId, CommandId, ParticipantId, Role, SnapshotId } from '@common-ground/protocol';
import type { ArchivedBoard } from '../archive/ArchiveStore.ts';
import { keepAsset, newLinks, type BoardFilesOptions } from '../archive/boardFiles.ts';
import { peopleIn, threadsAt } from '../comments/threadsAt.ts';
import type { HistoryTasks } from './HistoryThread.ts';
import { UnreadableSnapshotError } from './Histories.ts';
import type { JournalStore } from './JournalStore.ts';
import type { SnapshotStore } from './SnapshotStore.ts';

/** What making a board of a kept moment works with. */
export interface BoardOfSnapshotOptions extends Omit<BoardFilesOptions, 'tasks'> {
  readonly tasks: Pick<HistoryTasks, 'newCanvas'>;
  readonly snapshots: Pick<SnapshotStore, 'find'>;
  readonly journal: Pick<JournalStore, 'noteCopy'>;
}

/** Which moment, under which title, by which command. */
export interface CopyRequest {
  readonly snapshotId: SnapshotId;
  readonly title: string;
  readonly commandId: CommandId;
  /** Server time, ms. */
  readonly at: number;
}

/**
 * Makes a board of a kept moment, once per command: its canvas, its images, what was said in comments by then, the partners, and the
 * names of those who made or said it. The workshop begins anew. Answers the new board's id; null for an unknown moment. Rejects with
 * {@link UnreadableSnapshotError}, and when the storage fails.
 */
export async function boardOfSnapshot(
  options: BoardOfSnapshotOptions,
  boardId: BoardId,
  { at, commandId, snapshotId, title }: CopyRequest,
): Promise<BoardId | null> {
  const { archives, assets, ids, journal, snapshots, tasks } = options;
  const stored = await snapshots.find(boardId, snapshotId);
  const board = await archives.read(boardId);
  if (stored === null || board === null) return null;
  const copyId = await journal.noteCopy(boardId, commandId, ids.boardId());
  if ((await archives.read(copyId)) !== null) return copyId;
  const made = await tasks.newCanvas(stored.content);
  if (!made.ok) throw new UnreadableSnapshotError(snapshotId, made.error);
  const { canvas, ...written } = made.value;
  for (const assetId of stored.record.assetIds) {
    const image = await assets.read(boardId, assetId);
    if (image !== null) await keepAsset(assets, copyId, assetId, image.content);
  }
  await archives.make({
    ...copied(board, canvas, stored.record.at),
    id: copyId,
    title,
    createdAt: at,
    links: newLinks(options),
    canvas: written,
    // Its workshop begins anew.
    dueDays: [],
  });
  return copyId;
}

/**
 * What of a board goes along: its partners, what was said by then, the people whose work and words those are, and which templates
 * were laid out.
 */
function copied(
  board: ArchivedBoard,
  canvas: CanvasContent,
  at: number,
): Omit<ArchivedBoard, 'title' | 'createdAt'> {
  const threads = threadsAt(board.threads, at);
  const authors = new Set<ParticipantId | null>([
    ...canvas.records.flatMap(({ meta }) => [createdOf(meta).by, changedOf(meta).by]),
    ...peopleIn(threads),
  ]);
  const launched = new Set(Object.keys(canvas.launches));
  return {
    partners: board.partners,
    participants: board.participants
      .filter(({ id }) => authors.has(id))
      .map((participant) => ({ ...participant, role: 'observer' satisfies Role })),
    launches: board.launches.filter(({ commandId }) => launched.has(`launch:${commandId}`)),
    events: [],
    threads,
    removals: [],
    snapshots: [],
  };
}
