import type { BoardId, DueDay, Happening } from '@common-ground/protocol';
import type { Clock, RoomHooks } from '@common-ground/sync';
import type { WorkshopEvent, WorkshopState } from '@common-ground/workshop';
import { dueDaysOf } from './dueDaysOf.ts';
import type { FeedStore } from './FeedStore.ts';
import { happeningOf } from './happeningOf.ts';
import { NoteWatch } from './NoteWatch.ts';
import { changesOutcomes, isTold } from './toldEvents.ts';

/** What feeds work with. */
export interface BoardFeedsOptions {
  readonly store: FeedStore;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Something was added: webhooks may have messages to send. */
  readonly onAdded: () => void;
  readonly onError: (error: unknown, what: string) => void;
}

/** How often the server looks which days have come. */
const lookEveryMs = 15 * 60_000;

/** Writes down what happens on the boards, for those who are away: for feeds, calendars and webhooks. */
export class BoardFeeds {
  readonly #options: BoardFeedsOptions;
  #cancelLook: (() => void) | null = null;
  #isClosed = false;

  constructor(options: BoardFeedsOptions) {
    this.#options = options;
  }

  /** Looks which days have come, now and from time to time. */
  start(): void {
    if (this.#isClosed) return;
    void this.#tellDueDays().catch((error: unknown) =>
      this.#options.onError(error, 'days that have come were not told'),
    );
    this.#cancelLook = this.#options.clock.after(lookEveryMs, () => this.start());
  }

  /** What a board's room tells the feeds. */
  hooksFor(boardId: BoardId): RoomHooks {
    let watch: NoteWatch | null = null;
    return {
      onDoc: (doc) => {
        watch = new NoteWatch(doc, this.#options.clock, (added) => this.#addLater(boardId, added));
      },
      onClose: () => watch?.flush(),
    };
  }

  /**
   * Takes in what a workshop that was just read has due: it may have come with events whose effects were made elsewhere, on the
   * board that this one follows or on another server.
   */
  loaded(boardId: BoardId, { outcomes }: WorkshopState): void {
    const dueDays = dueDaysOf(outcomes);
    if (dueDays.length === 0) return;
    this.#options.store
      .setDueDays(boardId, dueDays)
      .catch((error: unknown) => this.#options.onError(error, 'due days of a board were not kept'));
  }

  /** Takes an event of a workshop; the same one again changes nothing. Rejects when the storage fails. */
  async take(boardId: BoardId, event: WorkshopEvent, version: number, state: WorkshopState): Promise<void> {
    if (changesOutcomes(event)) await this.#options.store.setDueDays(boardId, dueDaysOf(state.outcomes));
    const happening = isTold(event) ? happeningOf(event, state) : null;
    if (happening === null) return;
    await this.#options.store.add(boardId, [{ id: `event-${version}`, at: event.at, happening }]);
    this.#options.onAdded();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelLook?.();
  }

  #addLater(boardId: BoardId, happening: Happening): void {
    const { clock, newId, onAdded, onError, store } = this.#options;
    store
      .add(boardId, [{ id: newId(), at: clock.now(), happening }])
      .then(onAdded, (error: unknown) => onError(error, 'news of a board was not kept'));
  }

  async #tellDueDays(): Promise<void> {
    const { clock, onAdded, store } = this.#options;
    const now = clock.now();
    const come = await store.untold(new Date(now).toISOString().slice(0, 10));
    for (const { boardId, dueDay } of come) {
      const id = `due-${dueDay.id}-${dueDay.day}`;
      await store.tell(boardId, dueDay, { id, at: now, happening: dueHappening(dueDay) });
    }
    if (come.length > 0) onAdded();
  }
}

function dueHappening({ day, owner, what }: DueDay): Happening {
  return what === null ? { kind: 'follow-up', due: day } : { kind: 'action-due', what, owner, due: day };
}
