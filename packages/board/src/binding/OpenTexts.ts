import type { TLShape } from '@tldraw/tlschema';

/**
 * The text editors that are open in this browser. Each is bound to its shape's text in the document by itself; the
 * store, which tldraw draws from, only follows.
 */
export interface OpenTexts {
  /** Whether an open editor writes this shape's text into the document. */
  isMounted(shapeId: string): boolean;
  /** Whether words came into an open editor that tldraw has not been told of. */
  hasArrived(): boolean;
  /** Tells tldraw of those words. Called while the binding merges, so that they count as somebody else's. */
  showArrived(): void;
  /**
   * A shape with the sizes that follow from its text as this browser measures them, or null when that is not this
   * browser's to do: whoever wrote in a text measures it again when others' words come in, and nobody else.
   */
  measured(shape: TLShape): TLShape | null;
}
