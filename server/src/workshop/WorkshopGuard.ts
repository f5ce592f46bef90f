import { CanvasGuard, type CanvasLimit } from '@common-ground/board';
import type { ParticipantId } from '@common-ground/protocol';
import type { EditGuard } from '@common-ground/sync';
import type * as Y from 'yjs';

/** Keeps a canvas as the workshop allows: lock, notes only, and shapes that facilitators locked. */
export class WorkshopGuard implements EditGuard {
  readonly #canvas: CanvasGuard;
  readonly #limitOf: (participantId: ParticipantId) => CanvasLimit | null;

  /** `limitOf` says what somebody may change now; null for everything. */
  constructor(doc: Y.Doc, limitOf: (participantId: ParticipantId) => CanvasLimit | null) {
    this.#canvas = new CanvasGuard(doc);
    this.#limitOf = limitOf;
  }

  laneOf(participantId: ParticipantId): string | null {
    const limit = this.#limitOf(participantId);
    // On an open canvas everybody's edits go together. Under a lock few come, and each of their senders is told.
    return limit === null || limit === 'unlocked' ? limit : `${limit}:${participantId}`;
  }

  beforeEdits(lane: string): void {
    this.#canvas.beforeEdits(limitOfLane(lane));
  }

  putBack(lane: string): boolean {
    return this.#canvas.putBack(limitOfLane(lane));
  }

  afterEdits(): void {
    this.#canvas.afterEdits();
  }
}

/** Whether the senders of a lane's edits are told that something was put back: those of an open canvas are many, and most did nothing. */
export function isTold(lane: string): boolean {
  return limitOfLane(lane) !== 'unlocked';
}

function limitOfLane(lane: string): CanvasLimit {
  const limit = lane.split(':', 1)[0];
  return limit === 'notes' || limit === 'nothing' ? limit : 'unlocked';
}
