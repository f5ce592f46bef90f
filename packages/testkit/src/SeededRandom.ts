/**
 * Random numbers that a seed repeats: mulberry32, by Tommy Ettinger (public domain), 32 bits of state. Good enough
 * to pick test steps; not for secrets or statistics.
 */
export class SeededRandom {
  readonly seed: number;
  #state: number;

  constructor(seed: number) {
    this.seed = seed >>> 0;
    this.#state = this.seed;
  }

  /** A number from 0 up to but not including 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to but not including `bound`. */
  integer(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** True with the probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the things; throws when there is none. */
  pick<T>(things: readonly T[]): T {
    if (things.length === 0) throw new Error('There is nothing to pick from.');
    return things[this.integer(things.length)] as T;
  }

  /** Lower-case letters. */
  word(length: number): string {
    return Array.from({ length }, () => String.fromCharCode(97 + this.integer(26))).join('');
  }
}

/**
 * Runs a test body with a seed, and names the seed when it fails, so that the run can be repeated by giving the
 * same one.
 */
export async function withSeed(
  seed: number,
  body: (random: SeededRandom) => void | Promise<void>,
): Promise<void> {
  try {
    await body(new SeededRandom(seed));
  } catch (error) {
    throw new Error(`Failed with seed ${seed}.`, { cause: error });
  }
}
