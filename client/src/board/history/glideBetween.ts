import type { TLRecord, TLShape } from '@tldraw/tldraw';

/** The way from one state of a board to another. */
export interface Glide {
  /** Records to put at a part of the way, 0 to 1. At its end the later state is to be shown as it is. */
  readonly at: (progress: number) => readonly TLRecord[];
}

/** More shapes than this at once nobody follows with the eye, and a slow machine not at all. */
const mostShapes = 300;

/**
 * How a board goes over into what it was at another moment: what moved glides there, what is new comes out of nothing, what went
 * fades. Everything else is there at once. Null where nothing moves, or too much. Pure.
 */
export function glideBetween(before: readonly TLRecord[], after: readonly TLRecord[]): Glide | null {
  const known = new Map(before.filter(isShape).map((shape) => [shape.id, shape]));
  const wanted = new Set(after.map(({ id }) => id));
  const moves = after.filter(isShape).flatMap((to) => moveTo(to, known.get(to.id)));
  const fades = [...known.values()]
    .filter(({ id }) => !wanted.has(id))
    .map((from) => ({ from, to: { ...from, opacity: 0 } }));
  const all = [...moves, ...fades];
  if (all.length === 0 || all.length > mostShapes) return null;
  const moving = new Set(all.map(({ to }) => to.id));
  const rest = after.filter(({ id }) => !moving.has(id as TLShape['id']));
  return { at: (progress) => [...rest, ...all.map((move) => between(move, easeOut(progress)))] };
}

interface Move {
  readonly from: TLShape;
  readonly to: TLShape;
}

function moveTo(to: TLShape, from: TLShape | undefined): Move[] {
  if (from === undefined) return [{ from: { ...to, opacity: 0 }, to }];
  // Places in two holders have nothing to do with each other.
  if (from.parentId !== to.parentId) return [];
  const isMoved = from.x !== to.x || from.y !== to.y || from.rotation !== to.rotation;
  return isMoved || from.opacity !== to.opacity ? [{ from, to }] : [];
}

function between({ from, to }: Move, part: number): TLShape {
  const mix = (one: number, other: number) => one + (other - one) * part;
  const turn = Math.atan2(Math.sin(to.rotation - from.rotation), Math.cos(to.rotation - from.rotation));
  return {
    ...to,
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    rotation: from.rotation + turn * part,
    opacity: mix(from.opacity, to.opacity),
  };
}

/** Fast at first, so that it is clear at once what moves. */
function easeOut(progress: number): number {
  return 1 - (1 - progress) ** 3;
}

function isShape(record: TLRecord): record is TLShape {
  return record.typeName === 'shape';
}
