import { openBoard, removedShapes, type BoardDocument } from '@common-ground/board';
import { limits, type ParticipantId, type Removal } from '@common-ground/protocol';
import type { Clock, EditWitness, TransactionOrigin } from '@common-ground/sync';
import type * as Y from 'yjs';

/** What a watch tells. */
export interface RemovalEvents {
  /** Shapes went, and nothing put them back. */
  onRemoved(removals: readonly Removal[]): void;
  /** People are about to lose much: called before any of it is stored. */
  onLargeRemoval(by: ParticipantId | null): void;
}

/** So many shapes at once are much, and so is a quarter of a board when it is more than a handful. */
const largeCount = 12;
const largeShare = 0.25;
const leastCount = 5;

/** Sees which shapes go from a document and who removed them. */
export class RemovalWatch implements EditWitness {
  readonly #board: BoardDocument;
  readonly #clock: Clock;
  readonly #events: RemovalEvents;
  /** Who removed what in the transaction that is going on. */
  #removedBy = new Map<string, ParticipantId>();
  /** Keys of `shapes` that the transaction changed, as far as they were looked at. */
  #changed: Iterator<string | null> | null = null;
  #looked = 0;
  /** For whom the server edits. */
  #actor: ParticipantId | null = null;

  constructor(doc: Y.Doc, clock: Clock, events: RemovalEvents) {
    this.#board = openBoard(doc);
    this.#clock = clock;
    this.#events = events;
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#settle(transaction));
  }

  applied(participantId: ParticipantId, { changed }: Y.Transaction): void {
    const keys = changed.get(this.#board.shapes as never);
    if (keys === undefined) return;
    this.#changed ??= keys.values();
    // A set's iterator sees what is added while it waits, so each key is looked at once, however many edits there are.
    while (this.#looked < keys.size) {
      this.#looked += 1;
      const key: unknown = this.#changed.next().value;
      if (typeof key === 'string' && !this.#board.shapes.has(key)) this.#removedBy.set(key, participantId);
    }
  }

  /** What the server's own edit removes from now on in this transaction, it removes for this participant. */
  actFor(participantId: ParticipantId): void {
    this.#actor = participantId;
  }

  #settle(transaction: Y.Transaction): void {
    const removedBy = this.#removedBy;
    const actor = this.#actor;
    this.#removedBy = new Map();
    this.#changed = null;
    this.#looked = 0;
    this.#actor = null;
    const origin = transaction.origin as TransactionOrigin | null;
    if (origin?.source === 'load') return;
    const removed = removedShapes(this.#board, transaction);
    if (removed.length === 0) return;
    const by = (id: string): ParticipantId | null => removedBy.get(id) ?? actor;
    if (origin?.source === 'remote' && this.#isLarge(removed.length))
      this.#events.onLargeRemoval(by(removed[0]?.id ?? ''));
    const at = this.#clock.now();
    // What somebody had no right to remove is put back before anything else happens.
    queueMicrotask(() => {
      const removals = removed
        .filter(({ id }) => !this.#board.shapes.has(id))
        .map(({ id, text, type }) => ({ at, by: by(id), shapeId: id, type, text: shortened(text) }));
      if (removals.length > 0) this.#events.onRemoved(removals);
    });
  }

  #isLarge(count: number): boolean {
    const before = this.#board.shapes.size + count;
    return count >= largeCount || (count >= leastCount && count >= before * largeShare);
  }
}

/** Never cuts a surrogate pair in two. */
function shortened(text: string): string {
  if (text.length <= limits.maxRemovalText) return text;
  return text.slice(0, limits.maxRemovalText).replace(/[\uD800-\uDBFF]$/, '');
}
