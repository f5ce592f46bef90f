import { toRichText, type TLRecord, type TLShape } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { noteShape, shapeOf, type ShapeSeed } from '../../build/shapes.ts';

const parents = ['page:page', 'shape:0', 'shape:1'] as const;
const place = fc.constantFrom(0, 0.004, 1, 250);
const meta = fc.dictionary(
  fc.constantFrom('by', 'at', 'changedBy', 'changedAt', 'stepKey', 'c:r:k'),
  fc.constantFrom('alice', 'bob', 7),
  { maxKeys: 3 },
);
const words = fc.constantFrom('', 'water', 'clean water', 'a\nb');

const shape = (id: number): fc.Arbitrary<TLShape> =>
  fc
    .record({
      kind: fc.constantFrom('note' as const, 'frame' as const, 'text' as const, 'geo' as const),
      parentId: fc.constantFrom(...parents),
      index: fc.constantFrom('a1', 'a2'),
      x: place,
      y: place,
      rotation: fc.constantFrom(0, 0.00004, 1),
      meta,
      words,
      size: fc.constantFrom(10, 20),
      textAlign: fc.constantFrom('start', 'middle'),
    })
    .map(({ kind, words: text, size, textAlign, rotation, ...rest }) => {
      const seed = { id: `shape:${id}`, ...rest } as unknown as ShapeSeed;
      const made = {
        note: () => noteShape(seed, text, size === 10 ? 'blue' : 'yellow'),
        frame: () => shapeOf(seed, 'frame', { name: text, w: size, h: 10 }),
        geo: () => shapeOf(seed, 'geo', { w: size, h: 10, growY: size, richText: toRichText(text) }),
        text: () => shapeOf(seed, 'text', { w: size, autoSize: true, textAlign, richText: toRichText(text) }),
      }[kind]();
      return { ...made, rotation };
    });

const page = words.map(
  (name) => ({ id: 'page:page', typeName: 'page', name, index: 'a1', meta: {} }) as unknown as TLRecord,
);

/** Records of a small board: few ids and few values, so that two boards have much in common. */
export const recordsArbitrary: fc.Arbitrary<TLRecord[]> = fc
  .tuple(page, ...[0, 1, 2, 3, 4].map((id) => fc.option(shape(id), { nil: null })))
  .map((records) => records.filter((record) => record !== null));
