import { boardOrigins, type BoardUndo } from '@common-ground/board';
import type * as Y from 'yjs';

/** Words typed without a longer pause are taken back together. */
const pauseMs = 500;

/** Makes a step of undo of what is typed between two pauses. */
export class TypingSteps {
  private readonly undo: BoardUndo;
  private readonly now: () => number;
  private typedAt = Number.NEGATIVE_INFINITY;

  /** @param now ms, of a clock that only goes forward */
  constructor(undo: BoardUndo, now: () => number) {
    this.undo = undo;
    this.now = now;
  }

  /** Something is about to be typed. */
  typing(): void {
    const now = this.now();
    if (now - this.typedAt > pauseMs) this.undo.mark();
    this.typedAt = now;
  }

  /** Follows what text editors write into a document. Returns what ends that. */
  follow(doc: Y.Doc): () => void {
    const handleTransaction = ({ origin, local }: Y.Transaction) => {
      if (local && origin === boardOrigins.typing) this.typing();
    };
    doc.on('beforeTransaction', handleTransaction);
    return () => doc.off('beforeTransaction', handleTransaction);
  }
}
