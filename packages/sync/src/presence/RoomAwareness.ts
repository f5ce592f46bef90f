import type { ParticipantId } from '@common-ground/protocol';
import type { Clock } from '../ports/Clock.ts';
import {
  decodeAwareness,
  encodeAwarenessFrame,
  type AwarenessEntry,
  type ReceivedEntry,
} from './awarenessCodec.ts';

/** A connection, as presence sees it. */
export interface PresenceHolder {
  readonly participantId: ParticipantId;
}

/** What presence needs of its room. */
export interface RoomAwarenessOptions {
  readonly clock: Clock;
  /** Largest state of one socket, bytes of JSON. */
  readonly maxStateBytes: number;
  /** Pause between two merged frames with up to ten people; longer with more. */
  readonly everyMs: number;
  /** Whether the participant may show a state under this Yjs client id. */
  mayShow(clientId: number, participantId: ParticipantId): boolean;
  /** Sends a frame to everybody on the board. */
  broadcast(frame: Uint8Array): void;
}

/** What became of an awareness update: taken or harmless, against the rules, or not readable. */
export type AwarenessVerdict = 'fine' | 'dropped' | 'undecodable';

interface Held extends AwarenessEntry {
  readonly holder: PresenceHolder;
}

/** People up to which merged frames leave at the shortest pause. */
const fewPeople = 10;
const longestPauseMs = 1_000;
/** Clocks of clients that left, kept to tell an echo of their last state from a lie. */
const maxDeparted = 1_000;

/**
 * Who is on a board and where: the latest state per socket, stamped with the participant's id and sent to everybody
 * in one merged frame. Unlike y-protocols' `Awareness` it has no timers of its own per client and lets a socket
 * speak for one client id only.
 */
export class RoomAwareness {
  readonly #options: RoomAwarenessOptions;
  readonly #held = new Map<number, Held>();
  readonly #idOf = new Map<PresenceHolder, number>();
  readonly #departed = new Map<number, number>();
  readonly #changed = new Map<number, AwarenessEntry>();
  #everybodyFrame: Uint8Array | null = null;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | null = null;

  constructor(options: RoomAwarenessOptions) {
    this.#options = options;
  }

  /** The participant whose socket shows this client id now, or null. */
  participantOf(clientId: number): ParticipantId | null {
    return this.#held.get(clientId)?.holder.participantId ?? null;
  }

  /** Takes an awareness update of a socket; the socket's own state is shown to the others a moment later. */
  receive(holder: PresenceHolder, update: Uint8Array): AwarenessVerdict {
    let entries: ReceivedEntry[];
    try {
      entries = decodeAwareness(update);
    } catch {
      return 'undecodable';
    }
    let verdict: AwarenessVerdict = 'fine';
    for (const entry of entries) {
      const one = this.#take(holder, entry);
      if (one === 'undecodable') return one;
      if (one === 'dropped') verdict = one;
    }
    return verdict;
  }

  /** Forgets a socket; the others are told that its client is gone, unless a newer socket took it over. */
  leave(holder: PresenceHolder): void {
    const clientId = this.#idOf.get(holder);
    this.#idOf.delete(holder);
    if (clientId === undefined) return;
    const held = this.#held.get(clientId);
    if (held?.holder === holder) this.#remove(clientId, held.clock);
  }

  /** One frame with every state, or null when nobody shows one. Made once, until something changes. */
  everybody(): Uint8Array | null {
    if (this.#held.size === 0) return null;
    this.#everybodyFrame ??= encodeAwarenessFrame([...this.#held.values()]);
    return this.#everybodyFrame;
  }

  /** Stops the timer; nothing is sent any more. */
  close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#changed.clear();
  }

  #take(holder: PresenceHolder, entry: ReceivedEntry): AwarenessVerdict {
    if (!this.#isOwn(holder, entry.clientId)) return this.#isEcho(entry) ? 'fine' : 'dropped';
    if (entry.byteLength > this.#options.maxStateBytes) return 'dropped';
    const json = stamped(entry.json, holder.participantId);
    if (json === null) return 'undecodable';
    if (json === gone) {
      if (this.#held.has(entry.clientId)) this.#remove(entry.clientId, entry.clock);
      return 'fine';
    }
    const held = this.#held.get(entry.clientId);
    if (held !== undefined && held.holder === holder && entry.clock <= held.clock) return 'fine';
    this.#show({ clientId: entry.clientId, clock: entry.clock, json, holder });
    return 'fine';
  }

  /** A socket speaks for the first free client id it names, and takes over one of the same participant's old socket. */
  #isOwn(holder: PresenceHolder, clientId: number): boolean {
    const own = this.#idOf.get(holder);
    if (own !== undefined) return own === clientId;
    const shownBy = this.participantOf(clientId);
    if (shownBy !== null && shownBy !== holder.participantId) return false;
    if (!this.#options.mayShow(clientId, holder.participantId)) return false;
    this.#idOf.set(holder, clientId);
    return true;
  }

  /** The stock y-websocket client sends back every state it receives and drops silent ones: nothing new, no lie. */
  #isEcho(entry: AwarenessEntry): boolean {
    const known = this.#held.get(entry.clientId)?.clock ?? this.#departed.get(entry.clientId);
    return known !== undefined && entry.clock <= known;
  }

  #show(held: Held): void {
    this.#held.set(held.clientId, held);
    this.#departed.delete(held.clientId);
    this.#markChanged(held);
  }

  #remove(clientId: number, clock: number): void {
    this.#held.delete(clientId);
    this.#departed.set(clientId, clock);
    if (this.#departed.size > maxDeparted) {
      const [oldest] = this.#departed.keys();
      if (oldest !== undefined) this.#departed.delete(oldest);
    }
    this.#markChanged({ clientId, clock, json: gone });
  }

  #markChanged(entry: AwarenessEntry): void {
    this.#everybodyFrame = null;
    this.#changed.set(entry.clientId, entry);
    if (this.#cancelTimer !== null) return;
    const waitMs = this.#lastSentAt + this.#pauseMs() - this.#options.clock.now();
    if (waitMs <= 0) this.#send();
    else this.#cancelTimer = this.#options.clock.after(waitMs, () => this.#send());
  }

  /** Cost grows with the square of the people, the pause with its root: 80 ms for 10, 253 ms for 100. */
  #pauseMs(): number {
    const crowd = Math.max(1, this.#held.size / fewPeople);
    return Math.min(longestPauseMs, this.#options.everyMs * Math.sqrt(crowd));
  }

  #send(): void {
    this.#cancelTimer = null;
    this.#lastSentAt = this.#options.clock.now();
    const entries = [...this.#changed.values()];
    this.#changed.clear();
    if (entries.length > 0) this.#options.broadcast(encodeAwarenessFrame(entries));
  }
}

const gone = 'null';

/** The state with the server's word on whose it is; null when it is not a JSON object (or `null`). */
function stamped(json: string, participantId: ParticipantId): string | null {
  try {
    const state: unknown = JSON.parse(json);
    if (state === null) return gone;
    if (typeof state !== 'object' || Array.isArray(state)) return null;
    return JSON.stringify({ ...state, pid: participantId });
  } catch {
    // Not JSON, or nested so deep that it cannot be written again.
    return null;
  }
}
