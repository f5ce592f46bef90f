import type { TLBinding, TLShape, TLShapeId } from '@tldraw/tlschema';
import { shapeOf, type ShapeSeed } from '../build/shapes.ts';

/** An arrow as tldraw's arrow tool makes it. */
export function arrowShape(seed: ShapeSeed): TLShape {
  return shapeOf(seed, 'arrow', {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'draw',
    start: { x: 0, y: 0 },
    end: { x: 100, y: 0 },
    bend: 0,
    text: '',
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  });
}

/** What holds an end of an arrow to a shape. */
export function arrowBinding(
  id: TLBinding['id'],
  fromId: TLShapeId,
  toId: TLShapeId,
  terminal: 'start' | 'end',
): TLBinding {
  const props = {
    terminal,
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  };
  return { id, typeName: 'binding', type: 'arrow', fromId, toId, props, meta: {} };
}
