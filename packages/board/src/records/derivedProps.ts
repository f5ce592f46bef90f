import type { TLShape } from '@tldraw/tlschema';
import { placedAt, positionOf } from './anchor.ts';

/**
 * Names of the props of a shape that tldraw computes from its text, as measured in the browser of whoever types. They
 * are nobody's edit: undo leaves them alone, and whoever writes in a text measures it again when others' words come.
 */
export function derivedPropsOf({ type, props }: Pick<TLShape, 'type' | 'props'>): readonly string[] {
  switch (type) {
    case 'note':
      return ['growY', 'fontSizeAdjustment'];
    case 'geo':
      // A label that does not fit makes the shape larger.
      return ['growY', 'w', 'h'];
    case 'text':
      return (props as { autoSize?: unknown }).autoSize === true ? ['w'] : [];
    default:
      return [];
  }
}

/** The shape, at the place it has, with the derived props of another state of it; the same object when it has them. */
export function withDerivedOf(shape: TLShape, other: TLShape): TLShape {
  const derived = derivedPropsOf(shape);
  if (derived.every((name) => Object.is(propsOf(shape)[name], propsOf(other)[name]))) return shape;
  const props: Record<string, unknown> = { ...shape.props };
  for (const name of derived) if (name in other.props) props[name] = propsOf(other)[name];
  return placedAt({ ...shape, props }, positionOf(shape));
}

function propsOf(shape: TLShape): Readonly<Record<string, unknown>> {
  return shape.props as unknown as Readonly<Record<string, unknown>>;
}
