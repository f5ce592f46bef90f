import { openBoard, pointOnShape } from '@common-ground/board';
import { limits, type CommentPlace, type CommentThread, type ThreadId } from '@common-ground/protocol';
import type { Clock } from '@common-ground/sync';
import type * as Y from 'yjs';

/** What {@link CommentPins} works with. */
export interface CommentPinsOptions {
  readonly clock: Clock;
  /** All threads of the board. */
  readonly readThreads: () => Promise<readonly CommentThread[]>;
  /** Keeps where a thread was last; resolves when that is done. */
  readonly keepPlace: (threadId: ThreadId, place: CommentPlace) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** How long after an edit pinned shapes are looked at, all edits meanwhile in one look. What changed in the last such moment before a shape went is not remembered. */
const lookAfterMs = 1_000;

/**
 * Remembers where pinned shapes are and what they say, while a board is open, so that a thread keeps both when its shape
 * goes. Only then is anything stored: as long as the shape is there, it tells by itself.
 */
export class CommentPins {
  readonly #options: CommentPinsOptions;
  readonly #pinned = new Map<ThreadId, CommentThread>();
  readonly #lastPlaces = new Map<ThreadId, CommentPlace>();
  #doc: Y.Doc | null = null;
  #isLoaded = false;
  #isLooking = false;
  #cancel: (() => void) | null = null;

  constructor(options: CommentPinsOptions) {
    this.#options = options;
  }

  /** A document took its place in the room. */
  watch(doc: Y.Doc): void {
    this.#doc = doc;
    doc.on('update', () => this.#lookSoon());
    void this.#look();
  }

  /** A thread is new or changed. */
  put(thread: CommentThread): void {
    const known = this.#pinned.get(thread.id);
    if (thread.place.shape === null || (known && known.version >= thread.version)) return;
    this.#pinned.set(thread.id, thread);
    this.#lookSoon();
  }

  /** The board leaves memory: what waits is looked at once more. */
  close(): void {
    const isWaiting = this.#cancel !== null;
    this.#cancel?.();
    this.#cancel = null;
    if (isWaiting) void this.#look();
    this.#doc = null;
  }

  #lookSoon(): void {
    if (this.#cancel !== null || (this.#isLoaded && this.#pinned.size === 0)) return;
    this.#cancel = this.#options.clock.after(lookAfterMs, () => {
      this.#cancel = null;
      void this.#look();
    });
  }

  async #look(): Promise<void> {
    const doc = this.#doc;
    if (doc === null) return;
    if (this.#isLooking) return this.#lookSoon();
    this.#isLooking = true;
    try {
      await this.#load();
      for (const thread of this.#pinned.values()) await this.#lookAt(doc, thread);
    } catch (error) {
      this.#options.onError(error);
      this.#lookSoon();
    } finally {
      this.#isLooking = false;
    }
  }

  async #load(): Promise<void> {
    if (this.#isLoaded) return;
    for (const thread of await this.#options.readThreads()) this.put(thread);
    this.#isLoaded = true;
  }

  async #lookAt(doc: Y.Doc, { id, place }: CommentThread): Promise<void> {
    const now = placeNow(doc, place);
    if (now !== null) {
      this.#lastPlaces.set(id, now);
      return;
    }
    const last = this.#lastPlaces.get(id);
    if (last === undefined) return;
    await this.#options.keepPlace(id, last);
    this.#lastPlaces.delete(id);
  }
}

/** Where a pinned place is now and what its shape says; null when the shape is gone, or for a place on no shape. */
export function placeNow(
  doc: Y.Doc,
  { shape }: Pick<CommentPlace, 'shape'> | { shape: Pinned },
): CommentPlace | null {
  if (shape === null) return null;
  const found = pointOnShape(openBoard(doc), shape.id, shape);
  if (found === null) return null;
  const { pageId, words } = found;
  const [x, y] = [round(found.x), round(found.y)];
  const { id } = shape;
  return {
    pageId,
    x,
    y,
    shape: { id, x: shape.x, y: shape.y, words: words.slice(0, limits.maxCommentWords) },
  };
}

type Pinned = { readonly id: string; readonly x: number; readonly y: number } | null;

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
