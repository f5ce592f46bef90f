import * as fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { richTextSchema } from '../text/richTextSchema.ts';

type Json = Readonly<Record<string, unknown>>;

const words = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', ' ', '😀', 'é', '\u2028'),
  minLength: 1,
  maxLength: 6,
});
const dir = fc.constantFrom('auto', 'ltr', 'rtl', null);
const simpleMark = fc.constantFrom('bold', 'italic', 'code', 'strike', 'highlight').map((type) => ({ type }));
const link = fc.record({
  type: fc.constant('link'),
  attrs: fc.record({
    href: fc.constantFrom('https://example.org', 'mailto:a@example.org'),
    target: fc.constantFrom('_blank', null),
    class: fc.constantFrom('wide', null),
  }),
});
const marks = fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: simpleMark }, link), {
  maxLength: 3,
  selector: ({ type }) => type,
});
const inline: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }) },
  fc.record({ type: fc.constant('hardBreak'), marks }),
);
const paragraph = block('paragraph', fc.record({ dir }));
const heading = block('heading', fc.record({ dir, level: fc.integer({ min: 1, max: 6 }) }));

function block(type: string, attrs: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.record({ type: fc.constant(type), attrs, content: fc.array(inline, { maxLength: 4 }) });
}

const { anyBlock } = fc.letrec<{ anyBlock: Json; list: Json; item: Json }>((tie) => ({
  anyBlock: fc.oneof({ depthSize: 'small', withCrossShrink: true }, paragraph, heading, tie('list')),
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    attrs: fc.record({ start: fc.constantFrom(1, 1, 3), type: fc.constantFrom(null, null, 'a') }),
    content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
  item: fc
    .tuple(paragraph, fc.array(tie('anyBlock'), { maxLength: 2 }))
    .map(([first, more]) => ({ type: 'listItem', content: [first, ...more] })),
}));

/** Any document that rich text can be. */
export const arbitraryText: fc.Arbitrary<Node> = fc
  .array(anyBlock, { minLength: 1, maxLength: 4 })
  .map((content) => Node.fromJSON(richTextSchema, { type: 'doc', content }));
