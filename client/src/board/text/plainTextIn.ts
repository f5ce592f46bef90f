import type { TLShape } from '@tldraw/tldraw';

/** What a shape says in a prop of plain text. */
export function plainTextIn(shape: TLShape, prop: string): string {
  const text = (shape.props as Readonly<Record<string, unknown>>)[prop];
  return typeof text === 'string' ? text : '';
}
