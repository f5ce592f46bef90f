import type { TLShape } from '@tldraw/tlschema';
import { toRichText } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundPosition } from '../document/Positions.ts';
import { shapeOf, type ShapeSeed } from '../build/shapes.ts';
import { atKeptPosition, cornerAt, positionOf } from './anchor.ts';

describe('the position kept of a shape', () => {
  test.each([
    ['start', 10],
    ['middle', 60],
    ['end', 110],
  ])('is that of the edge from which %s-aligned text grows', (textAlign, x) => {
    expect(positionOf(textShape({ textAlign, w: 100 }))).toEqual([x, 20, 0]);
  });

  test('is the corner of text that wraps', () => {
    expect(positionOf(textShape({ textAlign: 'middle', autoSize: false }))).toEqual([10, 20, 0]);
  });

  test('turns with the shape', () => {
    const shape = { ...textShape({ textAlign: 'end', w: 100 }), rotation: Math.PI / 2 };
    expect(roundPosition(positionOf(shape))).toEqual([10, 120, 1.5708]);
  });

  test('stays when the text grows, and gives its corner', () => {
    const before = atKeptPosition(textShape({ textAlign: 'middle', w: 100 }));
    const grown = cornerAt(textShape({ textAlign: 'middle', w: 140 }), positionOf(before));
    expect(grown).toEqual({ x: -10, y: 20, rotation: 0 });
  });

  test('is given back exactly, whatever the width', () => {
    const widths = fc.double({ min: 16, max: 5_000, noNaN: true });
    const aligned = fc.constantFrom('start', 'middle', 'end');
    fc.assert(
      fc.property(widths, aligned, fc.double({ min: -4, max: 4, noNaN: true }), (w, textAlign, rotation) => {
        const kept = atKeptPosition({ ...textShape({ textAlign, w }), rotation });
        expect(atKeptPosition(kept)).toBe(kept);
      }),
    );
  });
});

function textShape(props: Readonly<Record<string, unknown>>): TLShape {
  const seed = {
    id: 'shape:1',
    parentId: 'page:page',
    index: 'a1',
    x: 10,
    y: 20,
    meta: {},
  } as unknown as ShapeSeed;
  return shapeOf(seed, 'text', {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w: 100,
    richText: toRichText('words'),
    scale: 1,
    autoSize: true,
    ...props,
  });
}
