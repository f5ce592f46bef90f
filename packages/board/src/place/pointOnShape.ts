import type { TLRecord } from '@tldraw/tlschema';
import { wordsOf } from '../compare/wordsOf.ts';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { readShape } from '../records/readShape.ts';

/** Deeper than this no shape stands in others; a cycle ends here as well. */
const maxDepth = 100;

/** Where a point of a shape is on its page, and what the shape says. */
export interface PointOnShape {
  readonly pageId: string;
  /** Page px. */
  readonly x: number;
  readonly y: number;
  /** The shape's text or name; empty where it has none. */
  readonly words: string;
}

/**
 * The place of a point given in a shape's own px (from its corner, before it is turned), through every frame and group the
 * shape stands in. Null when the shape, or one around it, is not there or cannot be read.
 */
export function pointOnShape(
  board: BoardDocument,
  shapeId: string,
  point: { readonly x: number; readonly y: number },
): PointOnShape | null {
  let { x, y } = point;
  let words: string | null = null;
  let id = shapeId;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const read = readShape(board, id);
    if (!read.ok) return null;
    const shape = read.value;
    // Only what readShape has checked is looked at: the text, and types of plain fields.
    words ??= wordsOf(shape as unknown as TLRecord);
    const turn = numberOf(shape['rotation']);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    [x, y] = [numberOf(shape['x']) + x * cos - y * sin, numberOf(shape['y']) + x * sin + y * cos];
    const { parentId } = shape;
    if (typeof parentId !== 'string') return null;
    if (parentId.startsWith('page:')) return { pageId: parentId, x, y, words };
    id = parentId;
  }
  return null;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
