import type { BoardId } from '@common-ground/protocol';
import type { BoardStore, LogEntry } from '../ports/BoardStore.ts';
import type { Clock } from '../ports/Clock.ts';

/** Whether edits reach the disk. */
export type StorageHealth =
  | { readonly state: 'healthy' }
  | { readonly state: 'failing'; readonly since: number; readonly reason: string };

/** Entries of one board that are to be stored, and who wants to know. */
export interface Commit {
  readonly boardId: BoardId;
  /** Not empty. */
  readonly entries: readonly LogEntry[];
  /** All entries are on disk. */
  onDurable(): void;
  /** An attempt failed; it is tried again. */
  onTrouble(reason: string): void;
  /** The server stops and could not store the entries in time. */
  onAbandoned(): void;
}

/** What a committer works with. */
export interface CommitterOptions {
  readonly store: BoardStore;
  readonly clock: Clock;
  /** Least pause between two appends, so that the rooms' flushes meet in one. */
  readonly groupEveryMs?: number;
  /** First pause before a failed append is tried again; doubles up to `maxRetryMs`. */
  readonly retryMs?: number;
  readonly maxRetryMs?: number;
}

/**
 * Group commit over all boards: while one append runs the rest queue, and then go to the store in one append. What
 * fails is kept and tried again until it succeeds or the server gives up; the order within a board never changes.
 */
export class Committer {
  readonly #store: BoardStore;
  readonly #clock: Clock;
  readonly #groupEveryMs: number;
  readonly #retryMs: number;
  readonly #maxRetryMs: number;
  #waiting: Commit[] = [];
  /** Commits that failed, by board; later ones of the same board line up behind them. */
  readonly #stuck = new Map<BoardId, Commit[]>();
  #failing: { since: number; reason: string; attempts: number } | null = null;
  #isRunning = false;
  #isAbandoned = false;
  #lastAppendAt = Number.NEGATIVE_INFINITY;
  #cancelGroupTimer: (() => void) | null = null;
  #cancelRetryTimer: (() => void) | null = null;

  constructor(options: CommitterOptions) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#groupEveryMs = options.groupEveryMs ?? 4;
    this.#retryMs = options.retryMs ?? 250;
    this.#maxRetryMs = options.maxRetryMs ?? 5_000;
  }

  /** For `/healthz`; failing while anything waits that could not be stored. */
  get health(): StorageHealth {
    if (this.#failing === null) return { state: 'healthy' };
    return { state: 'failing', since: this.#failing.since, reason: this.#failing.reason };
  }

  /** Queues entries; exactly one of `onDurable` and `onAbandoned` follows. */
  commit(commit: Commit): void {
    if (this.#isAbandoned) {
      commit.onAbandoned();
      return;
    }
    const stuck = this.#stuck.get(commit.boardId);
    if (stuck === undefined) this.#waiting.push(commit);
    else stuck.push(commit);
    this.#run();
  }

  /** Gives up on everything that is not stored yet; what is being stored right now may still succeed. */
  abandon(): void {
    this.#isAbandoned = true;
    this.#cancelGroupTimer?.();
    this.#cancelRetryTimer?.();
    const lost = [...this.#stuck.values()].flat().concat(this.#waiting);
    this.#stuck.clear();
    this.#waiting = [];
    for (const commit of lost) commit.onAbandoned();
  }

  #run(): void {
    if (this.#isRunning || this.#waiting.length === 0 || this.#cancelGroupTimer !== null) return;
    const waitMs = this.#lastAppendAt + this.#groupEveryMs - this.#clock.now();
    if (waitMs > 0) {
      this.#cancelGroupTimer = this.#clock.after(waitMs, () => {
        this.#cancelGroupTimer = null;
        this.#run();
      });
      return;
    }
    const group = this.#waiting;
    this.#waiting = [];
    void this.#exclusively(() => this.#appendGroup(group));
  }

  /** One append at a time, so that no later entry can overtake an earlier one. */
  async #exclusively(work: () => Promise<void>): Promise<void> {
    this.#isRunning = true;
    this.#lastAppendAt = this.#clock.now();
    try {
      await work();
    } finally {
      this.#isRunning = false;
    }
    this.#scheduleRetry();
    this.#run();
  }

  async #appendGroup(group: readonly Commit[]): Promise<void> {
    const failure = await this.#append(group);
    if (failure === null) return;
    // All or nothing: one board that is gone must not hold up the others, so each gets a try of its own.
    const boards = byBoard(group);
    for (const [boardId, commits] of boards) {
      const reason = boards.size > 1 ? await this.#append(commits) : failure;
      if (reason !== null) this.#keep(boardId, commits, reason);
    }
  }

  /** Returns null when all is stored, else why not. */
  async #append(commits: readonly Commit[]): Promise<string | null> {
    try {
      await this.#store.append(commits.flatMap((commit) => commit.entries));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    for (const commit of commits) commit.onDurable();
    return null;
  }

  #keep(boardId: BoardId, commits: readonly Commit[], reason: string): void {
    if (this.#isAbandoned) {
      for (const commit of commits) commit.onAbandoned();
      return;
    }
    this.#stuck.set(boardId, [...commits, ...(this.#stuck.get(boardId) ?? [])]);
    // What queued for the board meanwhile must come after what failed.
    const later = this.#waiting.filter((commit) => commit.boardId === boardId);
    this.#waiting = this.#waiting.filter((commit) => commit.boardId !== boardId);
    this.#stuck.get(boardId)?.push(...later);
    this.#failing ??= { since: this.#clock.now(), reason, attempts: 0 };
    this.#failing.reason = reason;
    for (const commit of commits) commit.onTrouble(reason);
  }

  #scheduleRetry(): void {
    if (this.#stuck.size === 0) this.#failing = null;
    if (this.#failing === null || this.#cancelRetryTimer !== null || this.#isAbandoned) return;
    const delayMs = Math.min(this.#maxRetryMs, this.#retryMs * 2 ** this.#failing.attempts);
    this.#failing.attempts += 1;
    this.#cancelRetryTimer = this.#clock.after(delayMs, () => {
      this.#cancelRetryTimer = null;
      this.#retry();
    });
  }

  #retry(): void {
    if (this.#isRunning) {
      this.#scheduleRetry();
      return;
    }
    const group = [...this.#stuck.values()].flat();
    this.#stuck.clear();
    void this.#exclusively(() => this.#appendGroup(group));
  }
}

function byBoard(commits: readonly Commit[]): Map<BoardId, Commit[]> {
  return Map.groupBy(commits, (commit) => commit.boardId);
}
