import type { FrameScheduler } from '../binding/FrameScheduler.ts';

/** Frames that pass when a test says so. */
export class HandTurnedFrames implements FrameScheduler {
  private waiting = new Set<() => void>();

  next(callback: () => void): () => void {
    this.waiting.add(callback);
    return () => this.waiting.delete(callback);
  }

  /** One frame passes; what is asked for meanwhile waits for the one after. */
  turn(): void {
    const due = this.waiting;
    this.waiting = new Set();
    for (const callback of due) callback();
  }
}
