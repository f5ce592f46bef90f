import type { CommandAnswer, CommandEnvelope, CommandId } from '@common-ground/protocol';
import {
  ephemeralSchema,
  type Command,
  type Ephemeral,
  type Refusal,
  type WorkshopView,
  workshopViewSchema,
} from '@common-ground/workshop';
import { atom, type Atom } from '@tldraw/tldraw';
import { parseAnswer, type Answer } from './parseAnswer.ts';
import { ServerClock } from './ServerClock.ts';

/** What the client needs of the outside world. */
export interface WorkshopClientOptions {
  /** Sends a command; it is lost if there is no connection. */
  readonly send: (envelope: CommandEnvelope) => void;
  readonly newId: () => CommandId;
  /** ms since any moment, running evenly. */
  readonly localNow: () => number;
}

/** A refusal that is shown until somebody puts it away. */
export interface ShownRefusal {
  readonly id: CommandId;
  readonly refusal: Refusal;
}

interface Waiting {
  readonly command: Command;
  readonly isQuiet: boolean;
  readonly answer: (answer: Answer) => void;
}

/** More refusals than this at once tell nobody anything. */
const shownAtOnce = 3;

/**
 * The workshop as this browser knows it: the latest view, and the commands under way. A command that was not answered
 * is sent again on every new connection under its own id, so that it takes effect exactly once.
 */
export class WorkshopClient {
  /** The workshop as the server last showed it to this person; null until it has. */
  readonly view: Atom<WorkshopView | null> = atom('workshop view', null);
  /** Refusals to be shown, oldest first. */
  readonly refusals: Atom<readonly ShownRefusal[]> = atom('refusals', []);
  /** How many commands wait for their answer. */
  readonly waitingCount: Atom<number> = atom('waiting commands', 0);
  /** Whether commands wait for a connection. */
  readonly isOffline: Atom<boolean> = atom('workshop is offline', true);
  private readonly options: WorkshopClientOptions;
  private readonly clock: ServerClock;
  private readonly waiting = new Map<CommandId, Waiting>();
  private readonly signListeners = new Set<(sign: Ephemeral) => void>();

  constructor(options: WorkshopClientOptions) {
    this.options = options;
    this.clock = new ServerClock(options.localNow);
  }

  /** The server's time, ms since 1970: what countdowns are measured against. */
  serverNow(): number {
    return this.clock.now();
  }

  /**
   * Gives a command and resolves with what became of it, after a reconnection if need be. A refusal is shown to the
   * person too, unless the caller deals with it (`isQuiet`).
   */
  give(command: Command, { isQuiet = false }: { readonly isQuiet?: boolean } = {}): Promise<Answer> {
    const id = this.options.newId();
    return new Promise((answer) => {
      this.waiting.set(id, { command, isQuiet, answer });
      this.waitingCount.set(this.waiting.size);
      if (!this.isOffline.get()) this.options.send({ commandId: id, command });
    });
  }

  /** A connection is open: what was not answered is sent again, in order. */
  connected(): void {
    this.isOffline.set(false);
    this.clock.restart();
    for (const [commandId, { command }] of this.waiting) this.options.send({ commandId, command });
  }

  /** The connection is gone. */
  disconnected(): void {
    this.isOffline.set(true);
  }

  /** A view came; what this program cannot read leaves the one before. */
  receiveView(value: unknown): void {
    const parsed = workshopViewSchema.safeParse(value);
    if (!parsed.success) return;
    this.clock.hears(parsed.data.serverTime);
    this.view.set(parsed.data);
  }

  /** An answer came; one to a command that is not waiting (any more) says nothing. */
  receiveAnswer({ commandId, result }: CommandAnswer): void {
    const waiting = this.waiting.get(commandId);
    const answer = parseAnswer(result);
    if (waiting === undefined || answer === null) return;
    this.waiting.delete(commandId);
    this.waitingCount.set(this.waiting.size);
    if (!answer.ok && !waiting.isQuiet) this.showRefusal(answer.error, commandId);
    waiting.answer(answer);
  }

  /** A passing sign came. */
  receiveSign(value: unknown): void {
    const parsed = ephemeralSchema.safeParse(value);
    if (!parsed.success) return;
    for (const listener of this.signListeners) listener(parsed.data);
  }

  /** Tells of passing signs; returns what stops that. */
  onSign(listener: (sign: Ephemeral) => void): () => void {
    this.signListeners.add(listener);
    return () => this.signListeners.delete(listener);
  }

  /** Shows a refusal to the person: for callers who looked at it first. */
  showRefusal(refusal: Refusal, id: CommandId = this.options.newId()): void {
    this.refusals.update((shown) => [...shown, { id, refusal }].slice(-shownAtOnce));
  }

  /** Puts a refusal away. */
  dismissRefusal(id: CommandId): void {
    this.refusals.update((shown) => shown.filter((one) => one.id !== id));
  }
}
