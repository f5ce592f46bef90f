import * as Y from 'yjs';

/**
 * The nodes of a text as boards kept it before it was linear: elements for paragraphs and lists. Stored boards are brought up
 * to date when they are loaded; snapshots and other programs may hold such texts for ever. Nothing writes them any more.
 */
export function readElements(fragment: Y.XmlFragment): unknown[] {
  return fragment.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return wordsOf(child);
    if (!(child instanceof Y.XmlElement)) throw new RangeError('what is neither an element nor a text');
    return [{ type: child.nodeName, attrs: child.getAttributes(), content: readElements(child) }];
  });
}

function wordsOf(text: Y.XmlText): unknown[] {
  const parts = text.toDelta() as readonly { insert: unknown; attributes?: Record<string, unknown> }[];
  return parts.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') throw new RangeError('something is embedded in the text');
    return {
      type: 'text',
      text: insert,
      marks: Object.entries(attributes).map(([type, attrs]) => ({ type, attrs })),
    };
  });
}
