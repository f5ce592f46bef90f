import type { Item } from '@common-ground/workshop';
import { workshopLimits } from '@common-ground/workshop';
import { renderPlaintextFromRichText, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw';

/** What matters of a shape for what can be voted on. */
export interface PlainShape {
  readonly id: string;
  readonly kind: 'note' | 'section' | 'holder' | 'other';
  /** The shape it lies in; null for the page. */
  readonly parentId: string | null;
  /** The section's key; null for everything else. */
  readonly section: string | null;
  /** Its words, or its name. */
  readonly text: string;
}

/**
 * What a vote is about: clusters, and notes that lie in none. A cluster is a frame or group of people's own with notes
 * in it; sections of a template are none. Where section keys are given, notes in other sections stay out.
 */
export function voteItems(shapes: readonly PlainShape[], sectionKeys: readonly string[]): Item[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const items = new Map<string, Item>();
  for (const shape of shapes) {
    if (shape.kind !== 'note' || shape.text === '') continue;
    const section = holderOf(shape, byId, 'section')?.section ?? null;
    if (section !== null && sectionKeys.length > 0 && !sectionKeys.includes(section)) continue;
    const cluster = holderOf(shape, byId, 'holder');
    const known = cluster === null ? undefined : items.get(cluster.id);
    if (cluster === null) items.set(shape.id, item(shape.id, shape.text));
    else if (known === undefined) items.set(cluster.id, item(cluster.id, cluster.text || shape.text));
    else if (cluster.text === '') items.set(cluster.id, item(cluster.id, `${known.label} · ${shape.text}`));
  }
  return [...items.values()].slice(0, workshopLimits.maxItems);
}

/** The statements of a check: notes with words in the named sections, section by section as they are named. */
export function statementItems(shapes: readonly PlainShape[], sectionKeys: readonly string[]): Item[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const notes = shapes
    .filter((shape) => shape.kind === 'note' && shape.text !== '')
    .map((shape) => ({ shape, section: holderOf(shape, byId, 'section')?.section ?? '' }));
  return sectionKeys
    .flatMap((key) => notes.filter(({ section }) => section === key))
    .map(({ shape: { id, text } }) => item(id, text))
    .slice(0, workshopLimits.maxItems);
}

/** The shapes of the page that is open, in the order in which people read: from the top, then from the left. */
export function plainShapes(editor: Editor): PlainShape[] {
  return [...editor.getCurrentPageShapes()]
    .map((shape) => ({ shape, bounds: editor.getShapePageBounds(shape) }))
    .toSorted(
      (one, other) =>
        rowOf(one.bounds?.y) - rowOf(other.bounds?.y) || (one.bounds?.x ?? 0) - (other.bounds?.x ?? 0),
    )
    .map(({ shape }) => plainShape(editor, shape));
}

/** The outermost holder of that kind around a shape. A cluster within a cluster belongs to the outer one. */
function holderOf(
  shape: PlainShape,
  byId: ReadonlyMap<string, PlainShape>,
  kind: 'section' | 'holder',
): PlainShape | null {
  let found: PlainShape | null = null;
  const seen = new Set<string>();
  let parentId = shape.parentId;
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId);
    const parent = byId.get(parentId);
    if (parent?.kind === kind) found = parent;
    parentId = parent?.parentId ?? null;
  }
  return found;
}

/** Rows a note high: notes that stand side by side are read from left to right though they are not quite level. */
function rowOf(y = 0): number {
  return Math.round(y / 200);
}

function plainShape(editor: Editor, shape: TLShape): PlainShape {
  const section = typeof shape.meta['section'] === 'string' ? shape.meta['section'] : null;
  const parentId = shape.parentId.startsWith('page:') ? null : shape.parentId;
  const base = { id: shape.id, parentId, section, text: textOf(editor, shape) };
  if (shape.type === 'note') return { ...base, kind: 'note' };
  if (section !== null) return { ...base, kind: 'section' };
  return { ...base, kind: shape.type === 'frame' || shape.type === 'group' ? 'holder' : 'other' };
}

function textOf(editor: Editor, shape: TLShape): string {
  if (shape.type === 'frame') return oneLine((shape.props as { name?: string }).name ?? '');
  if (!('richText' in shape.props)) return '';
  const { richText } = shape.props as { richText: Parameters<typeof renderPlaintextFromRichText>[1] };
  return oneLine(renderPlaintextFromRichText(editor, richText));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function item(itemId: string, label: string): Item {
  return { itemId, label: label.slice(0, workshopLimits.maxLabelLength) };
}

/** Shows something on the canvas; nothing when it is gone. */
export function showItem(editor: Editor | null, itemId: string): void {
  const bounds = editor?.getShapePageBounds(itemId as TLShapeId);
  if (bounds === undefined || editor === null) return;
  editor.zoomToBounds(bounds, { inset: 160, targetZoom: 1, animation: { duration: 180 } });
}
