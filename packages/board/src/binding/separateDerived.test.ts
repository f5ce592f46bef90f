import { toRichText, type TLShape } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import { noteShape, shapeOf, type ShapeSeed } from '../build/shapes.ts';
import { positionOf } from '../records/anchor.ts';
import { separateDerived } from './separateDerived.ts';

const seed = {
  id: 'shape:1',
  parentId: 'page:page',
  index: 'a1',
  x: 0,
  y: 0,
  meta: {},
} as unknown as ShapeSeed;
const note = noteShape(seed, 'words', 'yellow');
const centred = shapeOf(seed, 'text', {
  color: 'black',
  size: 'm',
  font: 'sans',
  textAlign: 'middle',
  w: 100,
  richText: toRichText('words'),
  scale: 1,
  autoSize: true,
});

test('the height of a note follows from its text, its colour does not', () => {
  const { made, derived } = separated(note, withProps(note, { growY: 40, color: 'red' }));
  expect(made?.props).toMatchObject({ growY: 0, color: 'red' });
  expect(derived?.props).toMatchObject({ growY: 40, color: 'yellow' });
});

test('text that grows from its middle is nowhere else for it', () => {
  const { made, derived } = separated(centred, { ...withProps(centred, { w: 140 }), x: -20.3 });
  expect(positionOf(made as TLShape)).toEqual([50, 0, 0]);
  expect(positionOf(derived as TLShape)).toEqual([50, 0, 0]);
});

test('text that is aligned otherwise is placed by whoever did so', () => {
  const { made } = separated(centred, { ...withProps(centred, { w: 140, textAlign: 'end' }), x: -40 });
  expect(made?.props).toMatchObject({ textAlign: 'end' });
  expect(positionOf(made as TLShape)).toEqual([100, 0, 0]);
});

test('of a shape whose text is not open, all is the user’s', () => {
  const to = withProps(note, { growY: 40 });
  const { made, derived } = separated(note, to, false);
  expect(made).toBe(to);
  expect(derived).toBeUndefined();
});

function separated(
  from: TLShape,
  to: TLShape,
  isOpen = true,
): { made: TLShape | undefined; derived: TLShape | undefined } {
  const changes = { added: {}, updated: { [from.id]: [from, to] as [TLShape, TLShape] }, removed: {} };
  const { made, derived } = separateDerived(changes, () => isOpen);
  return {
    made: made.updated[from.id]?.[1] as TLShape | undefined,
    derived: derived.updated[from.id]?.[1] as TLShape | undefined,
  };
}

function withProps(shape: TLShape, props: Readonly<Record<string, unknown>>): TLShape {
  return { ...shape, props: { ...shape.props, ...props } };
}
