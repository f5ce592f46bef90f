/** Deeper than any text that people write; keeps hostile nesting from overflowing the stack. */
const maxDepth = 40;

/**
 * The plain text of tldraw's rich text, a line for each paragraph; whatever is not as it should be has no text. Reads
 * JSON alone, so that a page which shows templates need not load the text editor.
 */
export function textOfRichText(richText: unknown): string {
  return blocksOf(richText, 0).join('\n');
}

function blocksOf(node: unknown, depth: number): string[] {
  if (depth > maxDepth) return [];
  return contentOf(node).map((child) =>
    isTextblock(child) ? inlineOf(child) : blocksOf(child, depth + 1).join('\n'),
  );
}

function inlineOf(node: unknown): string {
  return contentOf(node)
    .map((child) => {
      const { type, text } = child as { readonly type?: unknown; readonly text?: unknown };
      if (type === 'hardBreak') return '\n';
      return typeof text === 'string' ? text : '';
    })
    .join('');
}

function isTextblock(node: unknown): boolean {
  const { type } = node as { readonly type?: unknown };
  return type === 'paragraph' || type === 'heading';
}

function contentOf(node: unknown): readonly object[] {
  if (typeof node !== 'object' || node === null) return [];
  const { content } = node as { readonly content?: unknown };
  return Array.isArray(content) ? content.filter((child) => typeof child === 'object' && child !== null) : [];
}
