import { toRichText, type Editor, type TLShape } from '@tldraw/tldraw';

/** Not in anybody's text: a private-use character. */
const otherText = toRichText('\uE000');

/** The shape with the sizes that its own tldraw code computes from its text, as after an edit. It must be in the store. */
export function measureShape(canvas: Editor, shape: TLShape): TLShape {
  const before = { ...shape, props: { ...shape.props, richText: otherText } } as TLShape;
  const measured: TLShape | void = canvas.getShapeUtil(shape).onBeforeUpdate?.(before, shape);
  return measured ?? shape;
}
