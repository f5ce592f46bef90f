import { textOfRichText } from './textOfRichText.ts';

/** A point of a page, px. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape as far as results are read from it; whatever is wrong with the rest of it does not matter. */
export interface SeenShape {
  readonly id: string;
  readonly type: string;
  readonly parentId: string | null;
  readonly props: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
  /** Words or name, spaces tidied up, line by line. */
  readonly text: string;
  readonly corner: Point;
  /** Radians. */
  readonly rotation: number;
}

/** Rows a note high: notes that stand side by side are read from left to right though they are not quite level. */
const rowPx = 200;

/** The shapes among records of a canvas, in reading order; what is no shape, or has no id or type, is passed over. */
export function readShapes(records: Iterable<unknown>): SeenShape[] {
  const shapes = new Map<string, SeenShape>();
  const pages = new Map<string, string>();
  for (const record of records) {
    if (!isBag(record) || typeof record['id'] !== 'string') continue;
    if (record['typeName'] === 'page') pages.set(record['id'], String(record['index']));
    const shape = record['typeName'] === 'shape' ? parseShape(record['id'], record) : null;
    if (shape !== null) shapes.set(shape.id, shape);
  }
  const places = new Map([...shapes.values()].map((shape) => [shape, placeOf(shape, shapes, pages)]));
  return [...shapes.values()].toSorted((one, other) => {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined) return 0;
    return (
      compare(a.page, b.page) ||
      Math.round(a.y / rowPx) - Math.round(b.y / rowPx) ||
      a.x - b.x ||
      a.y - b.y ||
      compare(one.id, other.id)
    );
  });
}

/** Whatever lies around a shape, from the inside to the outside; a circle of parents ends where it closes. */
export function holdersOf(shape: SeenShape, shapes: ReadonlyMap<string, SeenShape>): SeenShape[] {
  const holders: SeenShape[] = [];
  const seen = new Set([shape.id]);
  let parent = shape.parentId === null ? undefined : shapes.get(shape.parentId);
  while (parent !== undefined && !seen.has(parent.id)) {
    seen.add(parent.id);
    holders.push(parent);
    parent = parent.parentId === null ? undefined : shapes.get(parent.parentId);
  }
  return holders;
}

function parseShape(id: string, record: Bag): SeenShape | null {
  const { type, parentId } = record;
  if (typeof type !== 'string') return null;
  const props = isBag(record['props']) ? record['props'] : {};
  return {
    id,
    type,
    parentId: typeof parentId === 'string' ? parentId : null,
    props,
    meta: isBag(record['meta']) ? record['meta'] : {},
    text: tidy(type === 'frame' ? textOf(props['name']) : textOfRichText(props['richText'])),
    corner: { x: numberOf(record['x']), y: numberOf(record['y']) },
    rotation: numberOf(record['rotation']),
  };
}

function placeOf(
  shape: SeenShape,
  shapes: ReadonlyMap<string, SeenShape>,
  pages: ReadonlyMap<string, string>,
): Point & { readonly page: string } {
  const holders = holdersOf(shape, shapes);
  const { x, y } = holders.reduce((point, holder) => outOf(holder, point), shape.corner);
  const pageId = (holders.at(-1) ?? shape).parentId ?? '';
  return { x, y, page: `${pages.get(pageId) ?? ''} ${pageId}` };
}

/** A point inside a shape as its own holder sees it. */
function outOf({ corner, rotation }: SeenShape, { x, y }: Point): Point {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  return { x: corner.x + x * cos - y * sin, y: corner.y + x * sin + y * cos };
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

type Bag = Readonly<Record<string, unknown>>;

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
