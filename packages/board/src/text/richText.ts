import type { TLRichText } from '@tldraw/tlschema';
import { Node } from 'prosemirror-model';
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import { richTextSchema } from './richTextSchema.ts';

/** Schemes a link in text may have; anything else is taken off when it is read. */
const linkScheme = /^(https?|mailto):/i;

/** A node of rich text as JSON. */
export interface RichTextNode {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly RichTextNode[];
}

/**
 * Reads a text fragment as tldraw's rich text.
 * @throws RangeError when it holds what rich text cannot (the caller sets the record aside).
 */
export function readRichText(fragment: Y.XmlFragment): TLRichText {
  return parseRichText(yXmlFragmentToProsemirrorJSON(fragment));
}

/**
 * Checks rich text that came from anywhere and puts it into the form the document gives back: every attribute spelled
 * out, no links but to the web and to mail, one empty paragraph where there is nothing.
 * @throws RangeError when it holds what rich text cannot.
 */
export function parseRichText(value: unknown): TLRichText {
  const nodes = (value as { content?: unknown } | null)?.content ?? [];
  if (!Array.isArray(nodes)) throw new RangeError('rich text without content');
  const content = nodes.length === 0 ? [{ type: 'paragraph' }] : (nodes as RichTextNode[]).map(withSafeLinks);
  const node = Node.fromJSON(richTextSchema, { type: 'doc', content });
  node.check();
  return node.toJSON() as TLRichText;
}

/** Makes the fragment say what the rich text says, keeping every character that is already there. Call inside a transaction. */
export function writeRichText(doc: Y.Doc, fragment: Y.XmlFragment, richText: TLRichText): void {
  const node = Node.fromJSON(richTextSchema, richText);
  updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
  seedEmptyTextBlocks(fragment);
}

/**
 * Gives every empty paragraph and heading a text node of its own, so that two people who start typing in it at once
 * type into the same one. Call inside the transaction that makes it.
 */
function seedEmptyTextBlocks(parent: Y.XmlFragment): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (richTextSchema.nodes[child.nodeName]?.isTextblock !== true) seedEmptyTextBlocks(child);
    else if (child.length === 0) child.insert(0, [new Y.XmlText()]);
  }
}

/** The text of rich text, a line for each paragraph. */
export function plainTextOf(richText: TLRichText): string {
  return (richText.content as RichTextNode[]).map(textOfNode).join('\n');
}

function textOfNode(node: RichTextNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const separator = node.type === 'paragraph' || node.type === 'heading' ? '' : '\n';
  return (node.content ?? []).map(textOfNode).join(separator);
}

function hasSafeLink(href: unknown): boolean {
  return typeof href === 'string' && linkScheme.test(href);
}

function withSafeLinks(node: RichTextNode): RichTextNode {
  const marks = node.marks?.filter((mark) => mark.type !== 'link' || hasSafeLink(mark.attrs?.['href']));
  return {
    ...node,
    ...(marks === undefined ? {} : { marks }),
    ...(node.content === undefined ? {} : { content: node.content.map(withSafeLinks) }),
  };
}
