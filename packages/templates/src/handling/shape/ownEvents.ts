import { stopEventPropagation } from '@tldraw/tldraw';

/**
 * For everything in the table that is pressed: tldraw neither selects nor drags the shape by it, and does not prevent
 * the click that a finger's touch ends in.
 */
export const ownEvents = {
  onPointerDown: stopEventPropagation,
  onPointerUp: stopEventPropagation,
  onTouchStart: stopEventPropagation,
  onTouchEnd: stopEventPropagation,
} as const;
