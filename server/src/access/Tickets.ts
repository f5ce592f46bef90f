import type { BoardId, ParticipantId } from '@common-ground/protocol';
import type { Clock } from '@common-ground/sync';

/** What a ticket lets in: one participant to one board, once. */
export interface Admission {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
}

interface Ticket extends Admission {
  readonly expiresAt: number;
}

/** Tickets one participant may have open at a time; a further one uses up the oldest. Several tabs reconnect at once. */
const maxOpenPerParticipant = 32;

/**
 * Short-lived tickets that open the websocket once, kept in memory: an address with a ticket in it may stand in a
 * proxy's log, where nobody can use it any more.
 */
export class Tickets {
  readonly #clock: Clock;
  readonly #makeTicket: () => string;
  readonly #ttlMs: number;
  /** In the order of issue, which is also that of expiry. */
  readonly #open = new Map<string, Ticket>();

  constructor(clock: Clock, makeTicket: () => string, ttlMs: number) {
    this.#clock = clock;
    this.#makeTicket = makeTicket;
    this.#ttlMs = ttlMs;
  }

  /** Makes a ticket, good for the next `ttlMs`. */
  issue(admission: Admission): string {
    this.#dropExpired();
    this.#dropSurplusOf(admission);
    const ticket = this.#makeTicket();
    this.#open.set(ticket, { ...admission, expiresAt: this.#clock.now() + this.#ttlMs });
    return ticket;
  }

  /** Uses a ticket up; null if it is unknown, used, expired or for another board. */
  redeem(ticket: string, boardId: BoardId): Admission | null {
    this.#dropExpired();
    const found = this.#open.get(ticket);
    if (!found || found.boardId !== boardId) return null;
    this.#open.delete(ticket);
    return { boardId: found.boardId, participantId: found.participantId };
  }

  /** How many can still be used. */
  get openCount(): number {
    this.#dropExpired();
    return this.#open.size;
  }

  #dropExpired(): void {
    const now = this.#clock.now();
    for (const [ticket, { expiresAt }] of this.#open) {
      if (expiresAt > now) return;
      this.#open.delete(ticket);
    }
  }

  #dropSurplusOf({ boardId, participantId }: Admission): void {
    const own = [...this.#open].filter(
      ([, open]) => open.participantId === participantId && open.boardId === boardId,
    );
    const oldest = own.length >= maxOpenPerParticipant ? own[0] : undefined;
    if (oldest) this.#open.delete(oldest[0]);
  }
}
