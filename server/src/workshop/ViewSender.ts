import { encodeWorkshop, type ParticipantId } from '@common-ground/protocol';
import type { Clock, Session } from '@common-ground/sync';
import type { WorkshopView } from '@common-ground/workshop';

/** What a view sender works with. */
export interface ViewSenderOptions {
  readonly clock: Clock;
  readonly sessions: () => Iterable<Session>;
  /** Makes views as of now; asked for once a round. */
  readonly viewer: () => (participantId: ParticipantId) => WorkshopView | null;
  /** When time alone changes a view, server time in ms; null when it does not. */
  readonly nextChangeAt: () => number | null;
  /** Least pause between two rounds. */
  readonly everyMs?: number;
}

/** Clocks of computers wait for some 24 days at most, and escalations for longer: look again after an hour. */
const longestWaitMs = 3_600_000;

/**
 * Sends everybody their own view when it changed for them: what happens within a few hundredths of a second makes one view,
 * and whoever sees nothing new is sent nothing. Views are also sent when a countdown ends.
 */
export class ViewSender {
  readonly #options: ViewSenderOptions;
  readonly #everyMs: number;
  readonly #sent = new WeakMap<Session, string>();
  #lastRoundAt = Number.NEGATIVE_INFINITY;
  #cancelRound: (() => void) | null = null;
  #cancelAlarm: (() => void) | null = null;
  #isClosed = false;

  constructor(options: ViewSenderOptions) {
    this.#options = options;
    this.#everyMs = options.everyMs ?? 80;
  }

  /** Something changed: everybody concerned gets a view, at once after a pause. */
  changed(): void {
    if (this.#isClosed || this.#cancelRound !== null) return;
    const waitMs = this.#lastRoundAt + this.#everyMs - this.#options.clock.now();
    this.#cancelRound = this.#options.clock.after(Math.max(0, waitMs), () => this.#sendAll());
  }

  /** Sends one connection its view now. */
  sendTo(session: Session): void {
    if (!session.wantsExtras) return;
    const view = this.#options.viewer()(session.participantId);
    if (view !== null) this.#send(session, view, comparable(view));
  }

  /** Sends nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#cancelRound?.();
    this.#cancelAlarm?.();
  }

  #sendAll(): void {
    this.#cancelRound = null;
    this.#lastRoundAt = this.#options.clock.now();
    const view = this.#options.viewer();
    const views = new Map<ParticipantId, readonly [WorkshopView, string] | null>();
    for (const session of this.#options.sessions()) {
      if (!session.wantsExtras) continue;
      const id = session.participantId;
      if (!views.has(id)) views.set(id, withText(view(id)));
      const [own, text] = views.get(id) ?? [null, ''];
      if (own !== null && this.#sent.get(session) !== text) this.#send(session, own, text);
    }
    this.#setAlarm();
  }

  #send(session: Session, view: WorkshopView, text: string): void {
    this.#sent.set(session, text);
    session.send(encodeWorkshop(view));
  }

  #setAlarm(): void {
    this.#cancelAlarm?.();
    this.#cancelAlarm = null;
    const at = this.#options.nextChangeAt();
    if (at === null || this.#isClosed) return;
    const waitMs = Math.min(longestWaitMs, Math.max(1, at - this.#options.clock.now()));
    this.#cancelAlarm = this.#options.clock.after(waitMs, () => this.changed());
  }
}

function withText(view: WorkshopView | null): readonly [WorkshopView, string] | null {
  return view === null ? null : [view, comparable(view)];
}

/** The view without what passes by itself: a client counts down from the moment it was given. */
function comparable(view: WorkshopView): string {
  const { timer } = view;
  const steady = timer.kind === 'running' ? { ...timer, remainingMs: 0 } : timer;
  return JSON.stringify({ ...view, serverTime: 0, timer: steady });
}
