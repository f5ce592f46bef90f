import type { BoardDocument } from '../document/BoardDocument.ts';
import { readShape } from '../records/readShape.ts';

/** Page px kept free between what is there and what is laid out beside it. */
const gapPx = 400;
/** Width of a shape that does not tell its own: a note. */
const noteSizePx = 200;

/** Page px beyond which something counts as lost rather than as content: nobody would find what is laid out beside it. */
const farPx = 1_000_000;

/** Where the top left corner of something new goes: right of everything on the page, level with its top; (0, 0) on an empty page. */
export function freePlace(board: BoardDocument, pageId: string): { x: number; y: number } {
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  for (const id of board.shapes.keys()) {
    const read = readShape(board, id);
    if (!read.ok || read.value['parentId'] !== pageId) continue;
    const { x, y, props } = read.value as { x: number; y: number; props: { w?: unknown } };
    const w = typeof props.w === 'number' && Number.isFinite(props.w) ? props.w : noteSizePx;
    if (Math.abs(y) > farPx || Math.abs(x) + w > farPx) continue;
    right = Math.max(right, x + w);
    top = Math.min(top, y);
  }
  return Number.isFinite(right) ? { x: Math.ceil(right + gapPx), y: Math.round(top) } : { x: 0, y: 0 };
}
