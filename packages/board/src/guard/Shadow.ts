import * as Y from 'yjs';
import { openBoard, type BoardDocument } from '../document/BoardDocument.ts';

/** A copy that follows a document, but for the time in which it stands still. Costs as much memory as the document. */
export class Shadow {
  readonly board: BoardDocument;
  readonly #original: Y.Doc;
  readonly #copy = new Y.Doc();
  readonly #follow: (update: Uint8Array) => void;
  #isStanding = false;
  #missed: Uint8Array[] = [];

  constructor(original: Y.Doc) {
    this.#original = original;
    this.board = openBoard(this.#copy);
    Y.applyUpdate(this.#copy, Y.encodeStateAsUpdate(original));
    this.#follow = (update) => {
      if (this.#isStanding) this.#missed.push(update);
      else Y.applyUpdate(this.#copy, update);
    };
    original.on('update', this.#follow);
  }

  /** Remembers the original as it is now, until {@link goOn}. */
  standStill(): void {
    this.goOn();
    this.#isStanding = true;
  }

  /** Follows the original again, to where it is by now. */
  goOn(): void {
    this.#isStanding = false;
    const missed = this.#missed;
    this.#missed = [];
    for (const update of missed) Y.applyUpdate(this.#copy, update);
  }

  /** Ends. */
  dispose(): void {
    this.#original.off('update', this.#follow);
    this.#copy.destroy();
  }
}
