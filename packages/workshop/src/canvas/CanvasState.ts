/** What contributors may do on the canvas. */
export interface CanvasState {
  readonly isLocked: boolean;
  readonly isNotesOnly: boolean;
}

/** Everything. */
export const openCanvas: CanvasState = { isLocked: false, isNotesOnly: false };
