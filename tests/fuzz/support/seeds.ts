/**
 * Seeds for the rounds of a fuzz test: fresh ones for as many rounds as usual, or `FUZZ_ROUNDS`; or the one of
 * `FUZZ_SEED`, to repeat a round that failed: `FUZZ_SEED=123 vitest run --project fuzz tests/fuzz/board.test.ts`.
 */
export function seedsFor(usualRounds: number): readonly number[] {
  const given = process.env['FUZZ_SEED'];
  if (given !== undefined) return [Number(given)];
  const rounds = Number(process.env['FUZZ_ROUNDS'] ?? usualRounds);
  return Array.from({ length: rounds }, () => Math.floor(Math.random() * 2 ** 32));
}
