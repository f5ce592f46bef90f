import { fail, ok, type Result } from '@common-ground/protocol';
import type { TLRichText } from '@tldraw/tlschema';
import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { isStoredText, parseRichText, readRichText } from '../text/richText.ts';
import { cornerAt } from './anchor.ts';

/** Keys of a shape's map that stand for fields of the record; props and meta have prefixes of their own. */
export const shapeFields = ['parentId', 'index', 'opacity', 'isLocked'] as const;
/** Prefix of an overlaid prop. */
export const propPrefix = 'p.';
/** Prefix of an overlaid meta key. */
export const metaPrefix = 'm.';
/** Key of the record as it was created. */
export const baseKey = 'b';
/** Key of the rich text. */
export const textKey = 't';

type Bag = Record<string, unknown>;

/**
 * Puts a shape together from its base, its overlay, its text and its position. The result is plain data that nobody
 * has checked yet: `parseRecord` does. `knownText` is taken instead of reading the text again, by identity, when
 * the caller knows that it did not change. Fails when there is no shape or its parts have the wrong form.
 */
export function readShape(
  board: BoardDocument,
  shapeId: string,
  knownText: TLRichText | null = null,
): Result<Bag, string> {
  const map: unknown = board.shapes.get(shapeId);
  if (!(map instanceof Y.Map)) return fail('there is no such shape');
  const base: unknown = map.get(baseKey);
  if (!isBag(base)) return fail('its base record is missing');
  const own = { ...base };
  const props = isBag(own['props']) ? { ...own['props'] } : {};
  const meta = isBag(own['meta']) ? { ...own['meta'] } : {};
  const record: Bag = { ...own, id: shapeId, typeName: 'shape', props, meta };
  for (const [key, value] of map.entries()) overlay(record, props, meta, key, value);
  const position = board.positions.get(shapeId) ?? ([0, 0, 0] as const);
  Object.assign(record, cornerAt({ type: String(record['type']), props }, position));
  return readText(map, props, knownText, record);
}

/** The parent a shape has in the document, sound or not; null when it names none. */
export function parentIdOf(board: BoardDocument, shapeId: string): string | null {
  const map: unknown = board.shapes.get(shapeId);
  if (!(map instanceof Y.Map)) return null;
  const base: unknown = map.get(baseKey);
  const parentId: unknown = map.get('parentId') ?? (isBag(base) ? base['parentId'] : undefined);
  return typeof parentId === 'string' ? parentId : null;
}

function overlay(record: Bag, props: Bag, meta: Bag, key: string, value: unknown): void {
  if (key.startsWith(propPrefix)) setOrRemove(props, key.slice(propPrefix.length), plainValue(value));
  else if (key.startsWith(metaPrefix)) setOrRemove(meta, key.slice(metaPrefix.length), value);
  else if ((shapeFields as readonly string[]).includes(key)) record[key] = value;
}

/** A plain text is merged by the character in the document; in the record it is a string. */
function plainValue(value: unknown): unknown {
  return value instanceof Y.Text ? value.toJSON() : value;
}

/** `undefined` written over a key takes the base's value away. */
function setOrRemove(bag: Bag, key: string, value: unknown): void {
  if (key === '__proto__') return;
  if (value === undefined) delete bag[key];
  else bag[key] = value;
}

function readText(
  map: Y.Map<unknown>,
  props: Bag,
  knownText: TLRichText | null,
  record: Bag,
): Result<Bag, string> {
  const text = map.get(textKey);
  try {
    if (isStoredText(text)) props['richText'] = knownText ?? readRichText(text);
    // Another program may have left the text in the base; tldraw would draw it unchecked.
    else if ('richText' in props) props['richText'] = parseRichText(props['richText']);
    return ok(record);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
