import type { ParticipantId } from '@common-ground/protocol';

/**
 * What participants may change on a canvas beyond the rules of the wire. Their edits are applied as they come, and what they
 * may not change is put back before anybody sees it: so every document stays the same, the one that made the edit included,
 * and nothing that builds on it is lost. One guard watches one document.
 */
export interface EditGuard {
  /**
   * How the edits of a participant are judged now: edits in a row with the same answer are applied and judged together. Null
   * for somebody who may change everything.
   */
  laneOf(participantId: ParticipantId): string | null;
  /** Called before edits of a lane are applied, to remember what is there. */
  beforeEdits(lane: string): void;
  /** Called after they were, inside a transaction of the server's own: puts back what may not change; true if it did. */
  putBack(lane: string): boolean;
  /** Called when that transaction is over. */
  afterEdits(): void;
}
