import type { TLRecord, TLRichText, TLShape } from '@tldraw/tlschema';
import { positionOf } from '../records/anchor.ts';
import { derivedPropsOf } from '../records/derivedProps.ts';
import { sameJson } from '../records/sameJson.ts';
import { canonicalRichText } from '../text/canonicalRichText.ts';
import { isAttributionKey } from './attribution.ts';

type Bag = Readonly<Record<string, unknown>>;

/** One step of what the document keeps of a place (`roundPosition`), and a little for the float. */
const pxTolerance = 0.0101;
const radianTolerance = 0.000101;

/**
 * What of a record is another than before: names of props and fields, meta keys with `meta.` before them. Its place
 * is not among them (see {@link isMoved}), nor what tldraw computed, nor who touched it last.
 */
export function changedParts(before: TLRecord, after: TLRecord): readonly string[] {
  if (before.typeName !== after.typeName) return ['typeName'];
  if (before.typeName !== 'shape' || after.typeName !== 'shape') return changedKeys(before, after);
  if (before.type !== after.type) return ['type'];
  return [
    ...changedFields(before, after),
    ...changedProps(before, after),
    ...changedKeys(before.meta, after.meta)
      .filter((key) => !isAttributionKey(key))
      .map((key) => `meta.${key}`),
  ];
}

/** Whether a shape stands somewhere else than before, by more than rounding. Its order within a new parent is part of its place. */
export function isMoved(before: TLShape, after: TLShape): boolean {
  if (before.parentId !== after.parentId) return true;
  const [fromX, fromY, fromRotation] = positionOf(before);
  const [x, y, rotation] = positionOf(after);
  return (
    Math.abs(x - fromX) > pxTolerance ||
    Math.abs(y - fromY) > pxTolerance ||
    Math.abs(rotation - fromRotation) > radianTolerance
  );
}

function changedFields(before: TLShape, after: TLShape): string[] {
  const fields: ('index' | 'opacity' | 'isLocked')[] = ['opacity', 'isLocked'];
  if (before.parentId === after.parentId) fields.push('index');
  return fields.filter((field) => before[field] !== after[field]);
}

function changedProps(before: TLShape, after: TLShape): string[] {
  const from = before.props as Bag;
  const to = after.props as Bag;
  const changed = keysOf(from, to).filter((key) =>
    key === 'richText' ? !sameText(from[key], to[key]) : !sameJson(from[key], to[key]),
  );
  const derived = derivedBetween(after, changed);
  return changed.filter((key) => !derived.includes(key));
}

/** People resize a geo shape by hand, too: its sides count as computed only beside another text. */
function derivedBetween(shape: TLShape, changed: readonly string[]): readonly string[] {
  const derived = derivedPropsOf(shape);
  if (shape.type !== 'geo' || changed.includes('richText')) return derived;
  return derived.filter((name) => name === 'growY');
}

function sameText(one: unknown, other: unknown): boolean {
  if (sameJson(one, other)) return true;
  if (one === undefined || other === undefined) return false;
  return sameJson(canonicalRichText(one as TLRichText), canonicalRichText(other as TLRichText));
}

function changedKeys(before: object, after: object): string[] {
  const [from, to] = [before as Bag, after as Bag];
  return keysOf(from, to).filter((key) => !sameJson(from[key], to[key]));
}

function keysOf(from: Bag, to: Bag): string[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])];
}
