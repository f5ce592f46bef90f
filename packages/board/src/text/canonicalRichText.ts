import type { TLRichText } from '@tldraw/tlschema';
import { Node } from 'prosemirror-model';
import { sameJson } from '../records/sameJson.ts';
import { richTextSchema } from './richTextSchema.ts';

/**
 * Rich text in the one form in which the document gives it back, with every attribute spelled out. Returns the
 * same object when it has that form already: an open editor takes any other object for somebody else's text.
 * Text that is not rich text at all is returned as it is; validation says so later.
 */
export function canonicalRichText(richText: TLRichText): TLRichText {
  try {
    const canonical = Node.fromJSON(richTextSchema, richText).toJSON() as TLRichText;
    return sameJson(canonical, richText) ? richText : canonical;
  } catch {
    return richText;
  }
}
