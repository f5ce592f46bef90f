import type { TLRichText } from '@tldraw/tlschema';
import { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { isSafeLink } from './isSafeLink.ts';
import { editsBetween } from './linear/linearEdits.ts';
import { linearOfNode } from './linear/linearOfNode.ts';
import { nodeOfLinear } from './linear/nodeOfLinear.ts';
import { readLinear, readLinearToWrite, writeEdits, writeFormats } from './linear/sharedLinear.ts';
import { UnitLinks } from './linear/UnitLinks.ts';
import { readElements } from './readElements.ts';
import { richTextSchema } from './richTextSchema.ts';

/** A node of rich text as JSON. */
export interface RichTextNode {
  readonly type: string;
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly RichTextNode[];
}

/** The text of a shape in the document. Elements are how older boards keep it. */
export type StoredText = Y.Text | Y.XmlFragment;

/** Whether a value in the document is a text that can be written. */
export function isSharedText(value: unknown): value is Y.Text {
  return value instanceof Y.Text && !(value instanceof Y.XmlText);
}

/** Whether a value in the document is the text of a shape, in the form of today or an older one. */
export function isStoredText(value: unknown): value is StoredText {
  return isSharedText(value) || value instanceof Y.XmlFragment;
}

/**
 * Reads the text of a shape as tldraw's rich text.
 * @throws RangeError when it holds what rich text cannot (the caller sets the record aside).
 */
export function readRichText(text: StoredText): TLRichText {
  if (!isSharedText(text)) return parseRichText({ content: readElements(text) });
  return nodeOfLinear(richTextSchema, readLinear(text)).toJSON() as TLRichText;
}

/**
 * Checks rich text that came from anywhere and puts it into the form the document gives back: every attribute spelled
 * out, no links but to the web and to mail, one empty paragraph where there is nothing.
 * @throws RangeError when it holds what rich text cannot.
 */
export function parseRichText(value: unknown): TLRichText {
  return nodeOfLinear(richTextSchema, linearOfNode(parseNode(value))).toJSON() as TLRichText;
}

function parseNode(value: unknown): Node {
  const nodes = (value as { content?: unknown } | null)?.content ?? [];
  if (!Array.isArray(nodes)) throw new RangeError('rich text without content');
  const content = nodes.length === 0 ? [{ type: 'paragraph' }] : (nodes as RichTextNode[]).map(withSafeLinks);
  const node = Node.fromJSON(richTextSchema, { type: 'doc', content });
  node.check();
  return node;
}

/**
 * Makes the text say what the rich text says, keeping every character that is already there. What another program embedded in
 * it goes: who writes has not been shown it yet, and their words must not be lost for it. Call inside a transaction.
 * @throws RangeError when the rich text holds what it cannot.
 */
export function writeRichText(text: Y.Text, richText: TLRichText): void {
  const wanted = linearOfNode(parseNode(richText));
  const known = readLinearToWrite(text);
  const links = new UnitLinks(known.units.length);
  writeEdits(text, editsBetween(known, wanted), links);
  writeFormats(text, wanted, links);
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

function withSafeLinks(node: RichTextNode): RichTextNode {
  const marks = node.marks?.filter((mark) => mark.type !== 'link' || isSafeLink(mark.attrs?.['href']));
  return {
    ...node,
    ...(marks === undefined ? {} : { marks }),
    ...(node.content === undefined ? {} : { content: node.content.map(withSafeLinks) }),
  };
}
