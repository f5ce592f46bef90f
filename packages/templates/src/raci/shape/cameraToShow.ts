import type { PartBounds } from '../../widget.ts';

/** Where somebody looks: as tldraw's camera says it, and the size of the window on the board in px of the screen. */
export interface CanvasView {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly w: number;
  readonly h: number;
}

/** Free space that is kept between what is shown and the edges of the window, where tools stand, px of the screen. */
const margins = { side: 24, top: 64, foot: 112 } as const;
/** What a finger hits, px of the screen (WCAG 2.2, 2.5.8, asks for 24 at least; Apple and Google for 44 and 48). */
const fingerPx = 44;

/** The camera that brings a part of the page into view with the least movement; null while it is. */
export function cameraToShow(part: PartBounds, { x, y, z, w, h }: CanvasView) {
  const dx = shift((part.x + x) * z, part.w * z, margins.side, w - margins.side);
  const dy = shift((part.y + y) * z, part.h * z, margins.top, h - margins.foot);
  return dx === 0 && dy === 0 ? null : { x: x + dx / z, y: y + dy / z, z };
}

/**
 * The camera that makes a part high enough for a finger, with it in the upper middle: there is room below for what opens. Null where
 * it is high enough already.
 */
export function cameraToTouch(part: PartBounds, { z, w, h }: CanvasView) {
  const nearer = fingerPx / part.h;
  if (z >= nearer * 0.9) return null;
  return {
    x: w / 2 / nearer - (part.x + part.w / 2),
    y: (h * 0.3) / nearer - (part.y + part.h / 2),
    z: nearer,
  };
}

function shift(at: number, length: number, from: number, to: number): number {
  // What is longer than the window begins at its edge.
  if (at < from || length > to - from) return from - at;
  return Math.min(0, to - (at + length));
}
