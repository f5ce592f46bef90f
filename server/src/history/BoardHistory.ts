import type { BoardId, CommandId, ParticipantId, SnapshotReason } from '@common-ground/protocol';
import type { BoardStore, Clock, Room } from '@common-ground/sync';
import type { PublishedWorkshop } from '@common-ground/templates';
import type { Ids } from '../ids.ts';
import type { HistoryTasks } from './HistoryThread.ts';
import type { SnapshotRecord, SnapshotStore } from './SnapshotStore.ts';
import { thinSnapshots, type KeepPolicy } from './thinSnapshots.ts';

/** What whoever runs the server chooses of history. */
export interface HistoryConfig {
  /** How often a moment is kept while people edit. */
  readonly everyMs: number;
  readonly keep: KeepPolicy;
}

/** Why a moment is kept, and what is known of it already. */
export interface SnapshotOccasion {
  readonly reason: SnapshotReason;
  readonly by: ParticipantId | null;
  readonly name?: string;
  readonly commandId?: CommandId;
  /** Of the step it shows, where that is not the present one. */
  readonly stepTitle?: string | null;
}

/** What a board's history works with. */
export interface BoardHistoryOptions {
  readonly boardId: BoardId;
  /** The room of the board, while it is in memory. */
  readonly room: () => Pick<Room, 'participantIds' | 'broadcast'> | null;
  /** What everybody may know of the workshop now. */
  readonly published: () => PublishedWorkshop | null;
  readonly stepTitle: () => string | null;
  readonly canvases: Pick<BoardStore, 'load'>;
  readonly snapshots: SnapshotStore;
  readonly tasks: Pick<HistoryTasks, 'take'>;
  readonly clock: Clock;
  readonly newId: Ids['snapshotId'];
  readonly config: HistoryConfig;
  /** Something went wrong that no client caused. */
  readonly onError: (error: unknown, what: string) => void;
  /** The board's moments are not the same any more. */
  readonly onChange: () => void;
}

/** Keeps moments of one board in memory: when something happens, and every few minutes while people edit. */
export class BoardHistory {
  readonly #options: BoardHistoryOptions;
  /** Whether something changed since the last moment was kept. */
  #isChanged = false;
  #cancelTimer: (() => void) | null = null;
  /** Who was here since the last moment was kept. */
  #people = new Set<ParticipantId>();
  #isClosed = false;

  constructor(options: BoardHistoryOptions) {
    this.#options = options;
  }

  /** Somebody changed the canvas. */
  changed(): void {
    this.#isChanged = true;
    if (this.#cancelTimer !== null || this.#isClosed) return;
    this.#cancelTimer = this.#options.clock.after(this.#options.config.everyMs, () => {
      this.#cancelTimer = null;
      this.#keepIfChanged('interval');
    });
  }

  /** Somebody is here. */
  joined(participantId: ParticipantId): void {
    this.#people.add(participantId);
  }

  /** The last one has left. */
  emptied(): void {
    this.#keepIfChanged('left');
  }

  /** Keeps nothing by itself any more. */
  close(): void {
    this.#isClosed = true;
    this.#cancelTimer?.();
  }

  /**
   * Keeps the board as it is stored at the time of the call: what is asked of the store afterwards is not in it. Rejects when the
   * storage fails.
   */
  async take({ reason, by, name, commandId, stepTitle }: SnapshotOccasion): Promise<SnapshotRecord> {
    const { boardId, canvases, clock, newId, published, snapshots, tasks } = this.#options;
    const at = clock.now();
    const people = this.#takePeople();
    const titled = stepTitle === undefined ? this.#options.stepTitle() : stepTitle;
    const workshop = published();
    this.#isChanged = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    try {
      const stored = await canvases.load(boardId);
      const { assetIds, content, noteCount } = await tasks.take(stored, workshop);
      const record = await snapshots.add(boardId, {
        record: {
          id: newId(),
          at,
          reason,
          name: name ?? null,
          by,
          people,
          noteCount,
          stepTitle: titled,
          upToSeq: stored.lastSeq,
          assetIds,
          commandId: commandId ?? null,
        },
        content,
      });
      await this.#thin();
      this.#options.onChange();
      return record;
    } catch (error) {
      this.#isChanged = true;
      throw error;
    }
  }

  /** The same, for a moment that nobody waits for. */
  keep(occasion: SnapshotOccasion): void {
    void this.take(occasion).catch((error: unknown) =>
      this.#options.onError(error, `keeping a moment (${occasion.reason})`),
    );
  }

  #keepIfChanged(reason: 'interval' | 'left'): void {
    if (this.#isChanged && !this.#isClosed) this.keep({ reason, by: null });
  }

  /** Those who were here since last time; who is here now is here next time, too. */
  #takePeople(): readonly ParticipantId[] {
    const present = this.#options.room()?.participantIds ?? new Set<ParticipantId>();
    const people = [...new Set([...this.#people, ...present])];
    this.#people = new Set(present);
    return people;
  }

  async #thin(): Promise<void> {
    const { boardId, clock, config, snapshots } = this.#options;
    const gone = thinSnapshots(await snapshots.list(boardId), config.keep, clock.now());
    if (gone.length > 0) await snapshots.remove(boardId, gone);
  }
}
