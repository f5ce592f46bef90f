/** One millisecond more for each of so many readers. */
const readersPerMs = 25;

/**
 * The pause between two flushes of edits. What a flush costs is a write to each reader's socket, whatever is in it, so the
 * more there are the longer it gathers: 4 ms longer with a hundred, 40 ms with a thousand. Up to 24 it is `leastMs`.
 */
export function flushPauseMs(leastMs: number, readerCount: number): number {
  return leastMs + Math.floor(readerCount / readersPerMs);
}
