import * as encoding from 'lib0/encoding';

/**
 * Ranges that several updates delete, gathered so that Yjs is told of them at once. A note that is moved deletes its entry
 * in the list of positions, whose neighbours are one struct: applied one by one, each delete splits it and copies the
 * rest of it, a thousand entries for a board of a thousand notes.
 */
export class GatheredDeletes {
  /** Clock and length of each range, by Yjs client id. */
  readonly #ranges = new Map<number, (readonly [clock: number, length: number])[]>();

  add(client: number, clock: number, length: number): void {
    const ranges = this.#ranges.get(client);
    if (ranges === undefined) this.#ranges.set(client, [[clock, length]]);
    else ranges.push([clock, length]);
  }

  /** Takes all of it as a Yjs update v1 without structs; null when there is nothing. */
  takeUpdate(): Uint8Array | null {
    if (this.#ranges.size === 0) return null;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, this.#ranges.size);
    for (const [client, ranges] of this.#ranges) {
      const merged = mergeRanges(ranges);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, merged.length);
      for (const [clock, length] of merged) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
    this.#ranges.clear();
    return encoding.toUint8Array(encoder);
  }

  clear(): void {
    this.#ranges.clear();
  }
}

/** Ranges in order, those that touch or overlap as one. */
function mergeRanges(
  ranges: readonly (readonly [clock: number, length: number])[],
): readonly (readonly [clock: number, length: number])[] {
  const merged: [clock: number, length: number][] = [];
  for (const [clock, length] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && clock <= last[0] + last[1])
      last[1] = Math.max(last[1], clock + length - last[0]);
    else merged.push([clock, length]);
  }
  return merged;
}
