import type { TLRichText, TLShape } from '@tldraw/tlschema';
import { roundPosition } from '../document/Positions.ts';
import { canonicalRichText } from '../text/canonicalRichText.ts';

/**
 * A shape in the precision and form the document keeps, so that this browser shows exactly what all others will.
 * Parts that `known` already has are not looked at again. Returns the same object when nothing is to be done.
 */
export function canonicalShape(shape: TLShape, known: TLShape | null): TLShape {
  const placed = withRoundedPosition(shape);
  const richText = richTextOf(placed);
  if (richText === undefined || (known !== null && richText === richTextOf(known))) return placed;
  const canonical = canonicalRichText(richText);
  if (canonical === richText) return placed;
  return { ...placed, props: { ...placed.props, richText: canonical } };
}

function withRoundedPosition(shape: TLShape): TLShape {
  const [x, y, rotation] = roundPosition([shape.x, shape.y, shape.rotation]);
  const same = Object.is(x, shape.x) && Object.is(y, shape.y) && Object.is(rotation, shape.rotation);
  return same ? shape : { ...shape, x, y, rotation };
}

function richTextOf(shape: TLShape): TLRichText | undefined {
  return (shape.props as { richText?: TLRichText }).richText;
}
