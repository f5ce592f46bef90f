import type { TLRichText, TLShape } from '@tldraw/tlschema';
import * as Y from 'yjs';
import type { BoardDocument } from '../document/BoardDocument.ts';
import { plainTextPropsOf, writePlainText } from '../text/plainText.ts';
import { isSharedText, writeRichText } from '../text/richText.ts';
import { baseKey, metaPrefix, propPrefix, shapeFields, textKey } from './readShape.ts';
import { sameJson } from './sameJson.ts';

type Bag = Readonly<Record<string, unknown>>;

/** Creates a shape, replacing one of the same id; its position is written by the caller. Call inside a transaction. */
export function createShape(board: BoardDocument, shape: TLShape): void {
  const { x: _x, y: _y, rotation: _rotation, id, typeName: _typeName, ...rest } = shape;
  const { richText, ...props } = rest.props as { richText?: TLRichText } & Record<string, unknown>;
  const map = new Y.Map<unknown>();
  board.shapes.set(id, map);
  for (const name of plainTextPropsOf(shape.type)) {
    const text = props[name];
    if (typeof text !== 'string') continue;
    map.set(propPrefix + name, new Y.Text(text));
    delete props[name];
  }
  map.set(baseKey, { ...rest, props });
  if (richText !== undefined) writeText(map, richText);
}

/**
 * Writes what changed between two states of a shape as overlay keys; equal values are skipped. Its position is
 * written by the caller. `skipText` leaves the text alone, for the shape whose editor writes it itself. Call
 * inside a transaction. A shape that somebody deleted meanwhile stays deleted.
 */
export function updateShape(board: BoardDocument, from: TLShape, to: TLShape, skipText: boolean): void {
  const map: unknown = board.shapes.get(to.id);
  if (!(map instanceof Y.Map)) return;
  const base = (map.get(baseKey) ?? {}) as Bag;
  for (const field of shapeFields) {
    if (from[field] !== to[field]) write(map, field, to[field], base[field]);
  }
  writePlainTexts(map, from, to);
  const kept = plainTextPropsOf(to.type);
  writeBag(map, propPrefix, from.props as Bag, to.props as Bag, (base['props'] ?? {}) as Bag, kept);
  writeBag(map, metaPrefix, from.meta, to.meta, (base['meta'] ?? {}) as Bag);
  const before = (from.props as { richText?: TLRichText }).richText;
  const after = (to.props as { richText?: TLRichText }).richText;
  if (!skipText && after !== undefined && after !== before) writeText(map, after);
}

function writePlainTexts(map: Y.Map<unknown>, from: TLShape, to: TLShape): void {
  for (const name of plainTextPropsOf(to.type)) {
    const before = (from.props as Bag)[name];
    const after = (to.props as Bag)[name];
    if (typeof before !== 'string' || typeof after !== 'string' || before === after) continue;
    writePlainText(map, propPrefix + name, before, after);
  }
}

function writeBag(
  map: Y.Map<unknown>,
  prefix: string,
  from: Bag,
  to: Bag,
  base: Bag,
  kept: readonly string[] = [],
): void {
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (prefix === propPrefix && (key === 'richText' || kept.includes(key))) continue;
    if (from[key] !== to[key]) write(map, prefix + key, to[key], base[key]);
  }
}

function write(map: Y.Map<unknown>, key: string, value: unknown, baseValue: unknown): void {
  const current = map.has(key) ? map.get(key) : baseValue;
  if (!sameJson(current, value)) map.set(key, value);
}

/** Writes the text of a shape. One in the form of older boards is replaced. Call inside a transaction. */
export function writeText(map: Y.Map<unknown>, richText: TLRichText): void {
  const known = map.get(textKey);
  const text = isSharedText(known) ? known : new Y.Text();
  if (text !== known) map.set(textKey, text);
  writeRichText(text, richText);
}
