import { openBoard, restoreCanvas } from '@common-ground/board';
import {
  encodeSnapshotsChanged,
  type BoardId,
  type CommandId,
  type ParticipantId,
  type SnapshotId,
} from '@common-ground/protocol';
import type { BoardStore, Clock, EditWitness, Room, RoomHooks, TransactionOrigin } from '@common-ground/sync';
import type * as Y from 'yjs';
import type { Ids } from '../ids.ts';
import type { Workshops } from '../workshop/Workshops.ts';
import { BoardHistory, type HistoryConfig, type SnapshotOccasion } from './BoardHistory.ts';
import type { HistoryTasks } from './HistoryThread.ts';
import type { JournalStore } from './JournalStore.ts';
import { RemovalWatch } from './RemovalWatch.ts';
import type { SnapshotRecord, SnapshotStore } from './SnapshotStore.ts';
import type { Visits } from './Visits.ts';

/** What {@link Histories} works with. */
export interface HistoriesOptions {
  /** The room of a board if it is in memory. */
  readonly peekRoom: (boardId: BoardId) => Room | null;
  readonly workshops: Pick<Workshops, 'peek'>;
  readonly canvases: Pick<BoardStore, 'load'>;
  readonly snapshots: SnapshotStore;
  readonly journal: Pick<JournalStore, 'addRemovals'>;
  readonly visits: Pick<Visits, 'joined' | 'left'>;
  readonly tasks: HistoryTasks;
  readonly clock: Clock;
  readonly newId: Ids['snapshotId'];
  readonly config: HistoryConfig;
  /** Something went wrong that no client caused. */
  readonly onError: (boardId: BoardId, error: unknown, what: string) => void;
}

interface Entry {
  readonly history: BoardHistory;
  watch: RemovalWatch | null;
  keptLargeAt: number;
}

/** A second large removal so soon after the first is in what was kept before the first. */
const largePauseMs = 10_000;

/** The histories of the boards in memory: what is kept of them, what was removed, and who was there. */
export class Histories {
  readonly #options: HistoriesOptions;
  readonly #entries = new Map<BoardId, Entry>();

  constructor(options: HistoriesOptions) {
    this.#options = options;
  }

  /** What a board's room tells its history. */
  hooksFor(boardId: BoardId): RoomHooks {
    const entry = this.#entry(boardId);
    return {
      onDoc: (doc) =>
        doc.on('update', (_update: Uint8Array, origin: TransactionOrigin | null) => {
          if (origin?.source !== 'migration') entry.history.changed();
        }),
      onJoin: ({ participantId }) => {
        entry.history.joined(participantId);
        this.#options.visits.joined(boardId, participantId);
      },
      onSessionEnd: ({ participantId }) => this.#noteLeft(boardId, participantId),
      onEmpty: () => entry.history.emptied(),
      onClose: () => {
        entry.history.close();
        if (this.#entries.get(boardId) === entry) this.#entries.delete(boardId);
      },
    };
  }

  /** Sees who removes what from a board's document. */
  witnessFor(boardId: BoardId, doc: Y.Doc): EditWitness {
    const watch = new RemovalWatch(doc, this.#options.clock, {
      onRemoved: (removals) =>
        void this.#options.journal
          .addRemovals(boardId, removals)
          .catch(this.#report(boardId, 'remembering removals')),
      onLargeRemoval: (by) => this.#keepBeforeLoss(boardId, by),
    });
    this.#entry(boardId).watch = watch;
    return watch;
  }

  /** The workshop of a board went to another step. */
  stepLeft(boardId: BoardId, by: ParticipantId, stepTitle: string | null): void {
    this.#entry(boardId).history.keep({ reason: 'step', by, stepTitle });
  }

  /** Keeps the board before a template is laid out on it, unless there is nothing on it yet. Call before the launch is asked of the room. */
  beforeLaunch(room: Room, by: ParticipantId | null): void {
    if (openBoard(room.doc).shapes.size === 0) return;
    this.#entry(room.boardId).history.keep({ reason: 'launch', by });
  }

  /** Keeps the board as everybody's edits so far have made it. Rejects when the storage fails. */
  async take(room: Room, occasion: SnapshotOccasion): Promise<SnapshotRecord> {
    // What waits in the room is stored first.
    await room.transact(() => undefined);
    return this.#entry(room.boardId).history.take(occasion);
  }

  /**
   * Makes the board what it was, as an edit of the server's own, once per command. Answers the moment that takes it back. Rejects
   * when the storage fails, and with {@link UnreadableSnapshotError}.
   */
  async restore(
    room: Room,
    {
      id,
      commandId,
      by,
    }: { readonly id: SnapshotId; readonly commandId: CommandId; readonly by: ParticipantId },
  ): Promise<SnapshotRecord | null> {
    const { boardId } = room;
    const { snapshots, tasks } = this.#options;
    const stored = await snapshots.find(boardId, id);
    if (stored === null) return null;
    const canvas = await tasks.canvas(stored.content);
    if (!canvas.ok) throw new UnreadableSnapshotError(id, canvas.error);
    const before =
      (await snapshots.findByCommand(boardId, commandId)) ??
      (await this.take(room, { reason: 'restore', by, commandId }));
    const note = `restored:${commandId}`;
    await room.transact((doc) => {
      const { meta } = openBoard(doc);
      if (meta.has(note)) return;
      this.#entry(boardId).watch?.actFor(by);
      restoreCanvas(doc, canvas.value);
      meta.set(note, { snapshotId: id, by, at: this.#options.clock.now() });
    });
    return before;
  }

  /** Tells everybody on a board that its moments are not the same any more. */
  announce(boardId: BoardId): void {
    this.#options.peekRoom(boardId)?.broadcast(encodeSnapshotsChanged());
  }

  #keepBeforeLoss(boardId: BoardId, by: ParticipantId | null): void {
    const entry = this.#entry(boardId);
    const now = this.#options.clock.now();
    if (now - entry.keptLargeAt < largePauseMs) return;
    entry.keptLargeAt = now;
    entry.history.keep({ reason: 'deletion', by });
  }

  #noteLeft(boardId: BoardId, participantId: ParticipantId): void {
    const { peekRoom, visits } = this.#options;
    if (!peekRoom(boardId)?.participantIds.has(participantId)) visits.left(boardId, participantId);
  }

  #entry(boardId: BoardId): Entry {
    const known = this.#entries.get(boardId);
    if (known !== undefined) return known;
    const { canvases, clock, config, newId, peekRoom, snapshots, tasks, workshops } = this.#options;
    const history = new BoardHistory({
      boardId,
      room: () => peekRoom(boardId),
      published: () => workshops.peek(boardId)?.published() ?? null,
      stepTitle: () => workshops.peek(boardId)?.stepTitle ?? null,
      canvases,
      snapshots,
      tasks,
      clock,
      newId,
      config,
      onError: (error, what) => this.#options.onError(boardId, error, what),
      onChange: () => this.announce(boardId),
    });
    const entry = { history, watch: null, keptLargeAt: Number.NEGATIVE_INFINITY };
    this.#entries.set(boardId, entry);
    return entry;
  }

  #report(boardId: BoardId, what: string): (error: unknown) => void {
    return (error) => this.#options.onError(boardId, error, what);
  }
}

/** A kept moment that this program cannot read; the message names no content. */
export class UnreadableSnapshotError extends Error {
  constructor(id: SnapshotId, reason: string) {
    super(`Snapshot ${id} cannot be read: ${reason}`);
    this.name = 'UnreadableSnapshotError';
  }
}
