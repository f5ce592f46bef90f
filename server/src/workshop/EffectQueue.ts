import { hasEffect, type EffectfulEvent } from './WorkshopEffects.ts';
import type { NumberedEvent } from './workshopRows.ts';

type Effect = NumberedEvent<EffectfulEvent>;

/** What a queue of effects works with. */
export interface EffectQueueOptions {
  readonly run: (effect: Effect) => Promise<void>;
  /** Notes that the effects of all events up to this version were made. */
  readonly noteDone: (version: number) => Promise<void>;
  /** Has {@link EffectQueue.run} called again after a while; the returned function cancels. */
  readonly retryLater: (delayMs: number) => () => void;
  readonly onError: (error: unknown, what: string) => void;
}

const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

/** The effects that are still to be made, in the order of their events; one that fails is tried again, and holds up the rest. */
export class EffectQueue {
  readonly #options: EffectQueueOptions;
  #effects: Effect[] = [];
  #retryMs = firstRetryMs;
  #cancelRetry: (() => void) | null = null;

  constructor(options: EffectQueueOptions) {
    this.#options = options;
  }

  /** Adds events, of which those without an effect are passed over. */
  add(events: readonly NumberedEvent[]): void {
    this.#effects.push(
      ...events.flatMap(({ event, version }) => (hasEffect(event) ? [{ event, version }] : [])),
    );
  }

  /** Makes what is to be made. Never rejects. */
  async run(): Promise<void> {
    const last = this.#effects.at(-1);
    if (last === undefined) return;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    try {
      for (let next = this.#effects[0]; next !== undefined; next = this.#effects[0]) {
        await this.#options.run(next);
        this.#effects.shift();
      }
      await this.#options.noteDone(last.version);
      this.#retryMs = firstRetryMs;
    } catch (error) {
      this.#options.onError(error, 'the effect of an event');
      this.#cancelRetry = this.#options.retryLater(this.#retryMs);
      this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
    }
  }

  /** Tries nothing again any more. */
  close(): void {
    this.#cancelRetry?.();
  }
}
