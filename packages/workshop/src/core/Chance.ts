/**
 * New ids and dice, given from outside so that the engine is pure and tests repeat.
 *
 * Both must come from a cryptographically secure source on a server (`crypto.randomUUID`, `crypto.randomInt`):
 * - `below` orders the notes of a reveal. Somebody who can predict it could undo the shuffle; in addition notes are
 *   sorted by their text before they are shuffled, so that not even a known shuffle gives away who wrote first.
 * - `newId` names the revealed notes. It may not count up, be derived from a draft's id, or carry the time, because
 *   ids go into events and onto the canvas.
 */
export interface Chance {
  /** A fresh id, `[A-Za-z0-9_-]{1,64}`, with at least 96 random bits. */
  newId(): string;
  /** A whole number from 0 to `limit` - 1, each equally likely. */
  below(limit: number): number;
}

/** A copy in random order (Fisher–Yates, Knuth, The Art of Computer Programming 2, algorithm 3.4.2P). */
export function shuffled<T>(values: readonly T[], chance: Chance): T[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    const value = result[last] as T;
    result[last] = result[other] as T;
    result[other] = value;
  }
  return result;
}
