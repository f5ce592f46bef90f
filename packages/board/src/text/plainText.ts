import * as Y from 'yjs';
import { editBetween, rebaseEdit } from './mergeText.ts';

/**
 * Props that are a text of their own, by shape type. In the document each is a Y.Text in the place of the prop's
 * value (`p.<prop>`), made with the shape, so that it is merged by the character like the rich text of a note.
 */
const plainTextProps: Readonly<Record<string, readonly string[]>> = { arrow: ['text'], frame: ['name'] };

/** Names of the props of a shape type that are plain text merged by the character. */
export function plainTextPropsOf(shapeType: string): readonly string[] {
  return Object.hasOwn(plainTextProps, shapeType) ? (plainTextProps[shapeType] ?? []) : [];
}

/**
 * Writes what somebody who saw `from` made of it into the text under a key, keeping what others changed meanwhile. A
 * key without a text gets one. Call inside a transaction.
 */
export function writePlainText(map: Y.Map<unknown>, key: string, from: string, to: string): void {
  const text = map.get(key);
  if (!(text instanceof Y.Text)) {
    map.set(key, new Y.Text(to));
    return;
  }
  for (const { index, remove, insert } of rebaseEdit(
    editBetween(from, to),
    editBetween(from, text.toJSON()),
  )) {
    if (remove > 0) text.delete(index, remove);
    if (insert !== '') text.insert(index, insert);
  }
}
