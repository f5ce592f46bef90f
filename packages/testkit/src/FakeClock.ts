import type { Clock } from '@common-ground/sync';

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
}

/** A clock that stands still until the test turns it. */
export class FakeClock implements Clock {
  #now: number;
  /** In order of being set, which decides between timers that are due together. */
  #timers: Timer[] = [];

  /** Starts at `startAt`, ms since 1970. */
  constructor(startAt = Date.UTC(2026, 0, 1)) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { dueAt: this.#now + Math.max(0, delayMs), callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** How many timers are set. */
  get pendingTimers(): number {
    return this.#timers.length;
  }

  /** Lets time pass and runs what falls due, in order; promises the callbacks start are not waited for. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let timer = this.#takeDue(end); timer !== null; timer = this.#takeDue(end)) {
      this.#now = Math.max(this.#now, timer.dueAt);
      timer.callback();
    }
    this.#now = end;
  }

  /** Like {@link advance}, and lets promises settle after each timer and at the end. */
  async advanceAsync(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settlePromises();
    for (let timer = this.#takeDue(end); timer !== null; timer = this.#takeDue(end)) {
      this.#now = Math.max(this.#now, timer.dueAt);
      timer.callback();
      await settlePromises();
    }
    this.#now = end;
    await settlePromises();
  }

  #takeDue(end: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.dueAt <= end && (next === null || timer.dueAt < next.dueAt)) next = timer;
    }
    if (next !== null) this.#timers = this.#timers.filter((timer) => timer !== next);
    return next;
  }
}

/** Rounds of the microtask queue that any chain of promises in our code needs fewer than. */
const settleRounds = 50;

/** Lets promises that wait for nothing but each other run to their end. Fakes never wait for anything else. */
export async function settlePromises(): Promise<void> {
  for (let round = 0; round < settleRounds; round += 1) await Promise.resolve();
}
