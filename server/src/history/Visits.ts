import type { BoardId, ParticipantId } from '@common-ground/protocol';
import type { Clock } from '@common-ground/sync';
import type { JournalStore } from './JournalStore.ts';

/** What {@link Visits} works with. */
export interface VisitsOptions {
  readonly journal: Pick<JournalStore, 'seenUntil' | 'noteSeen'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Something went wrong that no client caused. */
  readonly onError: (boardId: BoardId, error: unknown) => void;
}

/** Somebody who says they have seen everything up to so long ago has seen everything: what came since, they saw happen. */
const mostBehindMs = 60_000;

/**
 * Until when each participant has seen what others did, the same on all their devices. Coming back is not looking: what is new
 * stays new until they say they have seen it. Once they have said so, they see what happens while they are there, and
 * leaving counts as having seen it. Nothing is new to somebody who is there for the first time.
 */
export class Visits {
  readonly #options: VisitsOptions;
  /** Who is here, and whether they have seen everything. */
  readonly #present = new Map<string, Promise<boolean>>();

  constructor(options: VisitsOptions) {
    this.#options = options;
  }

  /** Somebody's connection is open. */
  joined(boardId: BoardId, participantId: ParticipantId): void {
    const key = keyOf(boardId, participantId);
    if (this.#present.has(key)) return;
    this.#present.set(
      key,
      this.#isNew(boardId, participantId).catch((error: unknown) => {
        this.#options.onError(boardId, error);
        return false;
      }),
    );
  }

  /** Somebody's last connection has ended. */
  left(boardId: BoardId, participantId: ParticipantId): void {
    const key = keyOf(boardId, participantId);
    const hasSeenAll = this.#present.get(key);
    this.#present.delete(key);
    const at = this.#options.clock.now();
    void hasSeenAll
      ?.then((hasSeen) => (hasSeen ? this.#options.journal.noteSeen(boardId, participantId, at) : undefined))
      .catch((error: unknown) => this.#options.onError(boardId, error));
  }

  /** Somebody says they have seen everything up to then (server time, ms). Rejects when the storage fails. */
  async see(boardId: BoardId, participantId: ParticipantId, at: number): Promise<void> {
    const now = this.#options.clock.now();
    // Nobody has seen what is still to come, whatever their clock says.
    await this.#options.journal.noteSeen(boardId, participantId, Math.min(at, now));
    const key = keyOf(boardId, participantId);
    if (this.#present.has(key) && now - at <= mostBehindMs) this.#present.set(key, Promise.resolve(true));
  }

  /** Until when somebody has seen everything (server time, ms); null for somebody who was never here. */
  async seenUntil(boardId: BoardId, participantId: ParticipantId): Promise<number | null> {
    const hasSeenAll = await this.#present.get(keyOf(boardId, participantId));
    if (hasSeenAll === true) return this.#options.clock.now();
    return this.#options.journal.seenUntil(boardId, participantId);
  }

  async #isNew(boardId: BoardId, participantId: ParticipantId): Promise<boolean> {
    const { clock, journal } = this.#options;
    if ((await journal.seenUntil(boardId, participantId)) !== null) return false;
    await journal.noteSeen(boardId, participantId, clock.now());
    return true;
  }
}

function keyOf(boardId: BoardId, participantId: ParticipantId): string {
  return `${boardId}/${participantId}`;
}
