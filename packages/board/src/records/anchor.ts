import type { TLShape } from '@tldraw/tlschema';
import { roundPosition, type Position } from '../document/Positions.ts';

/** What of a shape tells where its anchor is. */
interface Anchored {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly rotation: number;
  readonly props: object;
}

/**
 * The position of a shape as the document keeps it: of its top left corner, but for text that grows with its words
 * and is centred or right-aligned, of the middle or the right end of its top edge. That point stays when somebody
 * types, so two people who type at once do not push the text about, and a move never mixes with a width.
 */
export function positionOf(shape: Anchored): Position {
  const [dx, dy] = anchorOffset(shape, shape.rotation);
  return [shape.x + dx, shape.y + dy, shape.rotation];
}

/** Where the top left corner of a shape is whose position in the document this is. */
export function cornerAt(
  shape: Pick<Anchored, 'type' | 'props'>,
  [x, y, rotation]: Position,
): { x: number; y: number; rotation: number } {
  const [dx, dy] = anchorOffset(shape, rotation);
  return { x: x - dx, y: y - dy, rotation };
}

/** The shape at exactly the place that the document can tell; the same object when it is there. */
export function atKeptPosition(shape: TLShape): TLShape {
  return placedAt(shape, roundPosition(positionOf(shape)));
}

/** The shape with its anchor at a position; the same object when it is there. */
export function placedAt(shape: TLShape, position: Position): TLShape {
  const { x, y, rotation } = cornerAt(shape, position);
  const same = Object.is(x, shape.x) && Object.is(y, shape.y) && Object.is(rotation, shape.rotation);
  return same ? shape : { ...shape, x, y, rotation };
}

/** From the corner to the anchor, px of the parent. tldraw keeps the width of growing text as it is seen, after `scale`. */
function anchorOffset(
  { type, props }: Pick<Anchored, 'type' | 'props'>,
  rotation: number,
): readonly [dx: number, dy: number] {
  const { autoSize, textAlign, w } = props as { autoSize?: unknown; textAlign?: unknown; w?: unknown };
  if (type !== 'text' || autoSize !== true || typeof w !== 'number') return [0, 0];
  const share = textAlign === 'middle' ? 0.5 : textAlign === 'end' ? 1 : 0;
  return share === 0 ? [0, 0] : [w * share * Math.cos(rotation), w * share * Math.sin(rotation)];
}
