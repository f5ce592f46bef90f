import { toRichText, type TLRichText } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { arbitraryText } from '../../testing/arbitraryText.ts';
import { readRichText, writeRichText } from '../richText.ts';
import { richTextSchema } from '../richTextSchema.ts';
import { lineUnit, type LinearText } from './LinearText.ts';
import { linearOfNode } from './linearOfNode.ts';
import { nodeOfLinear } from './nodeOfLinear.ts';
import { readLinear } from './sharedLinear.ts';
import { UnitPositions } from './UnitPositions.ts';

// A busy machine takes its time for so many documents.
vi.setConfig({ testTimeout: 20_000 });

describe('rich text laid out in a line', () => {
  test('is the same rich text again, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryText, (node) => {
        expect(nodeOfLinear(richTextSchema, linearOfNode(node)).toJSON()).toEqual(node.toJSON());
      }),
      { numRuns: 150 },
    );
  });

  test('is the same again after the document', () => {
    fc.assert(
      fc.property(arbitraryText, (node) => {
        const text = written(node);
        expect(readRichText(text)).toEqual(node.toJSON());
        expect(readLinear(text).units).toBe(linearOfNode(node).units);
      }),
    );
  });

  test('has a place for each unit, and a unit for each place', () => {
    fc.assert(
      fc.property(arbitraryText, (node) => {
        const positions = new UnitPositions(node);
        const { units } = linearOfNode(node);
        for (let unit = 1; unit <= units.length; unit += 1)
          expect(positions.unitAt(positions.positionOf(unit))).toBe(unit);
        expect(positions.unitAt(node.content.size)).toBe(units.length);
        expect(positions.unitAt(0)).toBe(0);
      }),
    );
  });

  test('is a sound document with every letter, whatever the formats are', () => {
    const level = fc.oneof(
      fc.constant({ type: 'bullet' }),
      fc.record({ type: fc.constant('ordered'), start: fc.integer() }),
      fc.anything(),
    );
    const formats = fc.record(
      {
        heading: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.anything()),
        list: fc.oneof(fc.array(level, { maxLength: 4 }), fc.anything()),
        place: fc.oneof(fc.constantFrom('same', 'apart'), fc.anything()),
        dir: fc.anything(),
        bold: fc.anything(),
        link: fc.anything(),
        evil: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const unit = fc.tuple(fc.constantFrom('a', 'b', lineUnit), formats);
    fc.assert(
      fc.property(formats, fc.array(unit, { maxLength: 12 }), (first, rest) => {
        const linear: LinearText = {
          units: lineUnit + rest.map(([char]) => char).join(''),
          formats: [first, ...rest.map(([, given]) => given)],
        };
        const node = nodeOfLinear(richTextSchema, linear);
        node.check();
        const again = linearOfNode(node);
        expect(again.units).toBe(linear.units);
        expect(nodeOfLinear(richTextSchema, again).toJSON()).toEqual(node.toJSON());
      }),
      { numRuns: 150 },
    );
  });
});

describe('lines whose lists do not fit', () => {
  test('stand no deeper than one list below the line before', () => {
    const levels = [{ type: 'bullet' }, { type: 'ordered' }];
    expect(read([{ list: levels }, 'a'])).toEqual(read([{ list: [{ type: 'ordered' }] }, 'a']));
  });

  test('are paragraphs where an item begins', () => {
    expect(read([{ list: [{ type: 'bullet' }], heading: 1 }, 'a'])).toEqual(
      read([{ list: [{ type: 'bullet' }] }, 'a']),
    );
  });
});

describe('writing whole rich text over another', () => {
  test('makes it that, and keeps what others put in meanwhile', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, fc.nat(), (before, after, at) => {
        const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
        const text = mine.getText('t');
        writeRichText(text, before.toJSON() as TLRichText);
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
        const other = theirs.getText('t');
        other.insert(at % (other.length + 1), 'ZZZ', {});
        mine.transact(() => writeRichText(text, after.toJSON() as TLRichText));
        expect(readRichText(text)).toEqual(after.toJSON());
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
        Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
        expect(readRichText(text)).toEqual(readRichText(other));
        expect(text.toJSON().replace('ZZZ', '')).toBe(written(after).toJSON());
      }),
      { numRuns: 50 },
    );
  });

  test('writes nothing when it says so already', () => {
    fc.assert(
      fc.property(arbitraryText, (node) => {
        const text = written(node);
        let updates = 0;
        text.doc?.on('update', () => (updates += 1));
        writeRichText(text, node.toJSON() as TLRichText);
        expect(updates).toBe(0);
      }),
    );
  });
});

test('a break within a line and a line break in a text are not the same', () => {
  const broken = toRichText('a\nb');
  const { content } = broken;
  const [paragraph] = content as { type: string }[];
  const inText = { type: 'doc', content: [{ ...paragraph, content: [{ type: 'text', text: 'a\nb' }] }] };
  const node = Node.fromJSON(richTextSchema, inText);
  expect(nodeOfLinear(richTextSchema, linearOfNode(node)).childCount).toBe(1);
  expect(nodeOfLinear(richTextSchema, linearOfNode(Node.fromJSON(richTextSchema, broken))).childCount).toBe(
    2,
  );
});

function read(...lines: readonly [Record<string, unknown>, string][]): unknown {
  const units = lines.map(([, words]) => lineUnit + words).join('');
  const formats = lines.flatMap(([kind, words]) => [kind, ...Array.from(words, () => ({}))]);
  return nodeOfLinear(richTextSchema, { units, formats }).toJSON();
}

function written(node: Node): Y.Text {
  const text = new Y.Doc().getText('t');
  writeRichText(text, node.toJSON() as TLRichText);
  return text;
}
