/** When the binding shows what came in: the browser's next frame, or whenever a test says so. */
export interface FrameScheduler {
  /** Calls back once; the returned function cancels. */
  next(callback: () => void): () => void;
}
