const bucketMs = 0.1;
const bucketCount = 200_000;

/** Latencies counted in tenths of a millisecond up to 20 s; what never arrived counts as infinitely late. */
export class LatencyHistogram {
  readonly #buckets = new Uint32Array(bucketCount);
  #count = 0;
  #missing = 0;
  #maxMs = 0;

  /** How many latencies there are, with those that never arrived. */
  get count(): number {
    return this.#count + this.#missing;
  }

  get missing(): number {
    return this.#missing;
  }

  add(ms: number): void {
    const bucket = Math.min(bucketCount - 1, Math.max(0, Math.floor(ms / bucketMs)));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.#count += 1;
    this.#maxMs = Math.max(this.#maxMs, ms);
  }

  addMissing(count = 1): void {
    this.#missing += count;
  }

  /**
   * The latency in ms that the given part (0 to 1) does not exceed, by the nearest rank; `Infinity` when that one
   * never arrived, `NaN` without any.
   */
  percentile(part: number): number {
    if (this.count === 0) return Number.NaN;
    const rank = Math.max(1, Math.ceil(part * this.count));
    if (rank > this.#count) return Number.POSITIVE_INFINITY;
    let seen = 0;
    for (const [bucket, count] of this.#buckets.entries()) {
      seen += count;
      if (seen >= rank) return Math.min(this.#maxMs, (bucket + 1) * bucketMs);
    }
    return this.#maxMs;
  }
}
