/** How much of one core this process used since the watch began: near 1, the generator itself is what is measured. */
export class GeneratorLoad {
  readonly #cpu = process.cpuUsage();
  readonly #startMs = performance.now();

  cores(): number {
    const { user, system } = process.cpuUsage(this.#cpu);
    return (user + system) / 1_000 / (performance.now() - this.#startMs);
  }
}
