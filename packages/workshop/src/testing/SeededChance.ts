import type { Chance } from '../core/Chance.ts';

/** Repeats for a seed; ids count up, which a real source may not do. */
export class SeededChance implements Chance {
  #state: number;
  #count = 0;

  constructor(seed = 1) {
    this.#state = seed;
  }

  newId(): string {
    this.#count += 1;
    return `id-${this.#state}-${this.#count}`;
  }

  /** A linear congruential generator (Numerical Recipes' constants). */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state % limit;
  }
}
