/** Says how many things are due at a steady rate; none are forgotten when it is asked late. */
export class Pacer {
  readonly #perMs: number;
  readonly #startMs: number;
  #given = 0;

  constructor(perSecond: number, startMs: number) {
    this.#perMs = perSecond / 1_000;
    this.#startMs = startMs;
  }

  /** How many became due since the last call. */
  due(nowMs: number): number {
    const due = Math.floor((nowMs - this.#startMs) * this.#perMs) - this.#given;
    if (due <= 0) return 0;
    this.#given += due;
    return due;
  }
}
