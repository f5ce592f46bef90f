import { LatencyHistogram } from './LatencyHistogram.ts';

/**
 * When each edit was sent and when each reader had it. A reader that sees an edit of a writer has all earlier ones of
 * it too, or what became of them: servers may leave out what was overwritten meanwhile.
 */
export class DeliveryLog {
  readonly latencies = new LatencyHistogram();
  readonly #sentAt: number[][];
  /** Per reader and writer: how many of its edits arrived. */
  readonly #seen: Uint32Array[];
  #measuredFrom: number = Number.POSITIVE_INFINITY;
  #measuredTo: number = Number.POSITIVE_INFINITY;

  constructor(writers: number, readers: number) {
    this.#sentAt = Array.from({ length: writers }, () => []);
    this.#seen = Array.from({ length: readers }, () => new Uint32Array(writers));
  }

  /** Only edits sent from here on count, and until {@link stopMeasuring}. */
  startMeasuring(nowMs: number): void {
    this.#measuredFrom = nowMs;
  }

  stopMeasuring(nowMs: number): void {
    this.#measuredTo = nowMs;
  }

  /** The next edit of a writer leaves. */
  sent(writer: number, nowMs: number): void {
    this.#sentAt[writer]?.push(nowMs);
  }

  /** A reader got the writer's edit number `seq`, counted from 0. Readers below the number of writers write too. */
  seen(reader: number, writer: number, seq: number, nowMs: number): void {
    const sentAt = this.#sentAt[writer];
    const seen = this.#seen[reader];
    if (sentAt === undefined || seen === undefined || reader === writer) return;
    for (let index = seen[writer] ?? 0; index <= seq; index += 1) {
      const at = sentAt[index];
      if (at !== undefined && this.#counts(at)) this.latencies.add(nowMs - at);
    }
    seen[writer] = Math.max(seen[writer] ?? 0, seq + 1);
  }

  /** Whether every reader has everything. */
  get isComplete(): boolean {
    return this.#seen.every((seen, reader) =>
      this.#sentAt.every((sentAt, writer) => reader === writer || seen[writer] === sentAt.length),
    );
  }

  /** Counts what did not arrive by now as missing. Call once, at the end. */
  giveUp(): void {
    for (const [reader, seen] of this.#seen.entries()) {
      for (const [writer, sentAt] of this.#sentAt.entries()) {
        if (reader === writer) continue;
        const missing = sentAt.slice(seen[writer]).filter((at) => this.#counts(at)).length;
        this.latencies.addMissing(missing);
      }
    }
  }

  #counts(sentAt: number): boolean {
    return sentAt >= this.#measuredFrom && sentAt < this.#measuredTo;
  }
}
