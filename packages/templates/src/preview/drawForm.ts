import type { GeoItem } from '@common-ground/board';
import { exhaustive } from '@common-ground/protocol';
import type { Ink, Primitive } from './drawing.ts';

type Point = readonly [x: number, y: number];

/** A geo item's form; outlines are tldraw's, turned about the middle of the box. */
export function drawForm(item: GeoItem, fill: Ink | null, stroke: Ink | null): Primitive[] {
  const { x, y, w, h } = item;
  if (item.geo === 'ellipse') {
    return [{ kind: 'ellipse', cx: x + w / 2, cy: y + h / 2, rx: w / 2, ry: h / 2, fill, stroke }];
  }
  if (item.geo === 'cloud') return drawCloud(item, fill);
  const points = outline(item.geo).map(([u, v]): Point => [x + u * w, y + v * h]);
  return [{ kind: 'polygon', points: points.map((point) => turned(point, item)), fill, stroke }];
}

/** Corners in fractions of the box. */
function outline(geo: Exclude<GeoItem['geo'], 'ellipse' | 'cloud'>): readonly Point[] {
  switch (geo) {
    case 'rectangle':
      return [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ];
    case 'triangle':
      return [
        [0.5, 0],
        [1, 1],
        [0, 1],
      ];
    case 'diamond':
      return [
        [0.5, 0],
        [1, 0.5],
        [0.5, 1],
        [0, 0.5],
      ];
    case 'trapezoid':
      return [
        [0.15, 0],
        [0.85, 0],
        [1, 1],
        [0, 1],
      ];
    case 'arrow-right':
      return [
        [0, 0.16],
        [0.67, 0.16],
        [0.67, 0],
        [1, 0.5],
        [0.67, 1],
        [0.67, 0.84],
        [0, 0.84],
      ];
    default:
      return exhaustive(geo);
  }
}

/** Three overlapping puffs: a cloud at the size of a stamp. */
function drawCloud({ x, y, w, h }: GeoItem, fill: Ink | null): Primitive[] {
  const puff = (u: number, v: number, r: number, s: number): Primitive => ({
    kind: 'ellipse',
    cx: x + u * w,
    cy: y + v * h,
    rx: r * w,
    ry: s * h,
    fill,
    stroke: null,
  });
  return [puff(0.28, 0.6, 0.28, 0.36), puff(0.72, 0.62, 0.28, 0.34), puff(0.5, 0.42, 0.3, 0.42)];
}

function turned([px, py]: Point, { x, y, w, h, rotation = 0 }: GeoItem): Point {
  const dx = px - (x + w / 2);
  const dy = py - (y + h / 2);
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  return [x + w / 2 + dx * cos - dy * sin, y + h / 2 + dx * sin + dy * cos];
}
