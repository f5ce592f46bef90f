import { toRichText, type TLRichText } from '@tldraw/tlschema';
import { sameJson } from '../records/sameJson.ts';
import { parseRichText, type RichTextNode } from './richText.ts';

/**
 * Rich text in the one form in which the document gives it back, with every attribute spelled out. Returns the
 * same object when it has that form already: an open editor takes any other object for somebody else's text.
 * Of content that rich text cannot have (tldraw takes any, a paste may bring it) only the words are kept.
 */
export function canonicalRichText(richText: TLRichText): TLRichText {
  const canonical = parsedOrPlain(richText);
  return sameJson(canonical, richText) ? richText : canonical;
}

function parsedOrPlain(richText: TLRichText): TLRichText {
  try {
    return parseRichText(richText);
  } catch {
    return parseRichText(toRichText(wordsOf(richText.content).join('\n')));
  }
}

/** Every text in what may be anything, in order. */
function wordsOf(nodes: unknown): string[] {
  if (!Array.isArray(nodes)) return [];
  return (nodes as readonly (Partial<RichTextNode> | null)[]).flatMap((node) =>
    typeof node?.text === 'string' ? [node.text] : wordsOf(node?.content),
  );
}
