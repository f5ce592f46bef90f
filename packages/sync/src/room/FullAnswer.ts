import * as Y from 'yjs';
import { encodeSyncFrame } from '../frames/encodeSyncFrame.ts';
import type { Clock } from '../ports/Clock.ts';

/** Updates in the tail before they are merged into one. */
const mergeAfter = 16;
/**
 * A tail may grow to this part of the base, and at least to this many bytes, before the base is made anew. It is kept
 * twice, so on hundreds of small boards it counts, while a small board is encoded in no time.
 */
const maxTailPart = 0.25;
const minTailBytes = 8 * 1024;
/**
 * How long the answer is kept after it was last wanted. A small board's is made in a millisecond or two, and hundreds of them
 * are open; a large one's takes a hundred, and people come to a workshop over minutes.
 */
const keptMs = { small: 1_000, large: 60_000 } as const;
const largeFromBytes = 64 * 1024;

/**
 * What a newcomer with an empty document is sent: the whole state, encoded once and kept, and one frame with what
 * was committed since, until nobody has wanted it for a while. Holds only what is durable.
 */
export class FullAnswer {
  readonly #clock: Clock;
  #base: Uint8Array | null = null;
  #baseHeadBytes = 0;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #tailFrame: Uint8Array | null = null;
  #wantedAt = 0;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether frames can be given without the document. */
  get isMade(): boolean {
    return this.#base !== null;
  }

  /** Encodes the whole state (Yjs update v1), which must all be durable, and returns it. */
  make(doc: Y.Doc): Uint8Array {
    const state = Y.encodeStateAsUpdate(doc);
    this.#base = encodeSyncFrame('step2', state);
    this.#baseHeadBytes = this.#base.length - state.length;
    this.#dropTail();
    this.#keep();
    return this.#base.subarray(this.#baseHeadBytes);
  }

  /** Adds a committed update; forgets the answer when making it anew is cheaper than dragging the tail along. */
  extend(update: Uint8Array): void {
    if (this.#base === null) return;
    this.#tail.push(update);
    this.#tailBytes += update.length;
    this.#tailFrame = null;
    if (this.#tailBytes > Math.max(minTailBytes, this.#base.length * maxTailPart)) this.forget();
    else if (this.#tail.length >= mergeAfter) this.#mergeTail();
  }

  /** The frames in order: step 2, then at most one update. Only while {@link isMade}. */
  frames(): Uint8Array[] {
    if (this.#base === null) throw new Error('The answer has not been made.');
    this.#keep();
    if (this.#tail.length === 0) return [this.#base];
    this.#mergeTail();
    this.#tailFrame ??= encodeSyncFrame('update', this.#tail[0] ?? new Uint8Array(2));
    return [this.#base, this.#tailFrame];
  }

  forget(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#base = null;
    this.#dropTail();
  }

  /** It has just been wanted. One timer serves all of a storm of newcomers. */
  #keep(): void {
    this.#wantedAt = this.#clock.now();
    this.#cancel ??= this.#clock.after(this.#keptMs(), () => this.#expire());
  }

  #expire(): void {
    this.#cancel = null;
    const leftMs = this.#wantedAt + this.#keptMs() - this.#clock.now();
    if (leftMs > 0) this.#cancel = this.#clock.after(leftMs, () => this.#expire());
    else this.forget();
  }

  #keptMs(): number {
    return (this.#base?.length ?? 0) < largeFromBytes ? keptMs.small : keptMs.large;
  }

  #mergeTail(): void {
    if (this.#tail.length > 1) this.#tail = [Y.mergeUpdates(this.#tail)];
  }

  #dropTail(): void {
    this.#tail = [];
    this.#tailBytes = 0;
    this.#tailFrame = null;
  }
}
