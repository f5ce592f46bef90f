/** Below this size on screen a prompt is drawn larger than it is. */
export const leastScreenPx = 13;
/** tldraw's size m, which prompts are written in, page px. */
const promptPx = 24;
/** tldraw's line height, times the size. */
export const lineHeight = 1.35;
/** Free space under a prompt, page px. */
const gapPx = 8;

/** On less of the screen, px, hardly a word stands in a line. */
const leastWidthPx = 72;

/** A prompt within its section, page px from the section's upper edge. */
export interface PromptPlace {
  readonly zoom: number;
  /** Times tldraw's size. */
  readonly scale: number;
  readonly y: number;
  /** How wide it may be. */
  readonly w: number;
  readonly frameH: number;
  /** Where the section's other things begin. */
  readonly othersY: readonly number[];
}

/**
 * In how many lines a prompt is to be drawn at the least legible size: as many as fit between it and what lies below it,
 * none where there is no room for one; null where it is legible at its own size.
 */
export function linesOfPrompt({ zoom, scale, y, w, frameH, othersY }: PromptPlace): number | null {
  if (promptPx * scale * zoom >= leastScreenPx) return null;
  if (w * zoom < leastWidthPx) return 0;
  const end = Math.min(frameH, ...othersY);
  return Math.max(0, Math.floor(((end - y - gapPx) * zoom) / (leastScreenPx * lineHeight)));
}
