import { toRichText } from '@tldraw/tlschema';
import { plainTextOf } from '../text/richText.ts';
import type { BoardDocument } from '../document/BoardDocument.ts';
import type { Box } from '../layout/Layout.ts';
import { readShape } from '../records/readShape.ts';
import { estimateTextHeight, noteSidePx } from './estimateText.ts';

/** A shape as far as finding room beside it needs it. */
export interface PlacedShape {
  readonly id: string;
  readonly type: string;
  readonly parentId: string;
  readonly index: unknown;
  /** What it covers, px of its parent; an estimate for text. */
  readonly box: Box;
  readonly rotation: number;
  readonly meta: Readonly<Record<string, unknown>>;
}

const noText = toRichText('');

/** Font sizes of tldraw's text sizes, px. */
const textPx: Readonly<Record<string, number>> = { s: 18, m: 24, l: 36, xl: 44 };

/** All shapes of a board that have a place; what cannot be read is passed over. */
export function placedShapes(board: BoardDocument): PlacedShape[] {
  const shapes: PlacedShape[] = [];
  for (const id of board.shapes.keys()) {
    const read = readPlaced(board, id);
    if (!read.ok) continue;
    const { type, parentId, index, x, y, rotation, props, meta } = read.value;
    if (typeof parentId !== 'string') continue;
    const size = sizeOf(String(type), props as Readonly<Record<string, unknown>>);
    const corner = { x: Number(x), y: Number(y) };
    const turn = Number(rotation);
    shapes.push({
      id,
      type: String(type),
      parentId,
      index,
      box: turn === 0 ? { ...corner, ...size } : boundsOf(corner, size, turn),
      rotation: turn,
      meta: meta as Readonly<Record<string, unknown>>,
    });
  }
  return shapes;
}

/** Of a text its words are read, to tell its height; of everything else they are of no concern here, and reading them takes long. */
function readPlaced(board: BoardDocument, id: string): ReturnType<typeof readShape> {
  const read = readShape(board, id, noText);
  return read.ok && read.value['type'] === 'text' ? readShape(board, id) : read;
}

/** Whether two boxes have any area in common. */
export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  );
}

function sizeOf(type: string, props: Readonly<Record<string, unknown>>): { w: number; h: number } {
  const scale = numberOr(props['scale'], 1);
  if (type === 'note') {
    const h = noteSidePx + numberOr(props['growY'], 0);
    return { w: noteSidePx * scale, h: h * scale };
  }
  const w = numberOr(props['w'], 0);
  if (type === 'text') return { w: w * scale, h: textHeight(props, w) * scale };
  return { w, h: numberOr(props['h'], 0) + numberOr(props['growY'], 0) };
}

function textHeight(props: Readonly<Record<string, unknown>>, w: number): number {
  const text = plainTextOf(props['richText'] as Parameters<typeof plainTextOf>[0]);
  return estimateTextHeight(text, w, textPx[String(props['size'])] ?? 24);
}

/** The upright box around a turned one; tldraw turns a shape about its top left corner. */
function boundsOf({ x, y }: { x: number; y: number }, { w, h }: { w: number; h: number }, turn: number): Box {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const xs = [0, w * cos, -h * sin, w * cos - h * sin];
  const ys = [0, w * sin, h * cos, w * sin + h * cos];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: x + left, y: y + top, w: Math.max(...xs) - left, h: Math.max(...ys) - top };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
