import { richTextSchema } from '@common-ground/board';
import { getSchema } from '@tiptap/core';
import { tipTapDefaultExtensions } from '@tldraw/tldraw';
import { describe, expect, test } from 'vitest';

/** What tldraw's own text editor allows. */
const editorSchema = getSchema(tipTapDefaultExtensions);

type TextSchema = Pick<typeof editorSchema, 'nodes' | 'marks'>;
type Attributes = Readonly<Record<string, { readonly default?: unknown }>> | null | undefined;

/** The attributes with their defaults, which is what a document is read and written with. */
function defaultsOf(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, { default: value }]) => [name, value]),
  );
}

function nodesOf({ nodes }: TextSchema): object {
  return Object.fromEntries(
    Object.entries(nodes).map(([name, { spec }]) => [
      name,
      {
        content: spec.content,
        group: spec.group,
        isInline: spec.inline === true,
        marks: spec.marks,
        attributes: defaultsOf(spec.attrs),
      },
    ]),
  );
}

function marksOf({ marks }: TextSchema): object {
  return Object.fromEntries(
    Object.entries(marks).map(([name, mark]) => [
      name,
      {
        isInclusive: mark.spec.inclusive !== false,
        excludes: Object.keys(marks).filter((other) => marks[other] && mark.excludes(marks[other])),
        attributes: defaultsOf(mark.spec.attrs),
      },
    ]),
  );
}

describe('what the board takes for rich text is what tldraw’s editor writes', () => {
  test('the same nodes, with the same content and attributes', () => {
    expect(nodesOf(richTextSchema)).toEqual(nodesOf(editorSchema));
  });

  test('the same marks, with the same attributes, excluding the same others', () => {
    expect(marksOf(richTextSchema)).toEqual(marksOf(editorSchema));
  });

  test('marks in the same order, since that is the order in which a text is read', () => {
    expect(Object.keys(richTextSchema.marks)).toEqual(Object.keys(editorSchema.marks));
  });
});
