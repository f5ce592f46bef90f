import type { TLRichText, TLShape } from '@tldraw/tlschema';
import { atKeptPosition } from '../records/anchor.ts';
import { canonicalRichText } from '../text/canonicalRichText.ts';

/**
 * A shape in the precision and form the document keeps, so that this browser shows exactly what all others will.
 * Parts that `known` already has are not looked at again. Returns the same object when nothing is to be done.
 */
export function canonicalShape(shape: TLShape, known: TLShape | null): TLShape {
  const placed = atKeptPosition(shape);
  const richText = richTextOf(placed);
  if (richText === undefined || (known !== null && richText === richTextOf(known))) return placed;
  const canonical = canonicalRichText(richText);
  if (canonical === richText) return placed;
  return { ...placed, props: { ...placed.props, richText: canonical } };
}

function richTextOf(shape: TLShape): TLRichText | undefined {
  return (shape.props as { richText?: TLRichText }).richText;
}
