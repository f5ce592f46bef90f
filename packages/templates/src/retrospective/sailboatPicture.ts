import type { Box, GeoItem } from '@common-ground/board';
import type { Cell } from '../composition/columnsBand.ts';

/** The picture is drawn on a sheet of this size, and stretched to its cell's width. */
const sheet = { w: 1200, h: 1400 };

type Part = Omit<GeoItem, 'kind'>;

/**
 * The sea, from back to front: sun and clouds, the island on the horizon, the boat under sail, water over hull and
 * island's foot, the anchor on its line, and rocks below the surface. Sizes in px of the sheet.
 */
const parts: readonly Part[] = [
  { key: 'sun', geo: 'ellipse', colour: 'yellow', fill: 'solid', x: 840, y: 80, w: 160, h: 160 },
  { key: 'cloud', geo: 'cloud', colour: 'grey', fill: 'solid', x: 80, y: 140, w: 280, h: 140 },
  { key: 'breeze1', geo: 'arrow-right', colour: 'grey', fill: 'solid', x: 96, y: 400, w: 200, h: 56 },
  { key: 'breeze2', geo: 'arrow-right', colour: 'grey', fill: 'solid', x: 160, y: 488, w: 136, h: 48 },
  { key: 'hill', geo: 'ellipse', colour: 'light-green', fill: 'solid', x: 880, y: 560, w: 300, h: 300 },
  { key: 'mast', geo: 'rectangle', colour: 'grey', fill: 'solid', x: 552, y: 240, w: 16, h: 416 },
  { key: 'mainsail', geo: 'triangle', colour: 'orange', fill: 'solid', x: 440, y: 264, w: 240, h: 336 },
  {
    key: 'hull',
    geo: 'trapezoid',
    colour: 'blue',
    fill: 'solid',
    x: 352,
    y: 640,
    w: 432,
    h: 128,
    rotation: Math.PI,
  },
  { key: 'water', geo: 'rectangle', colour: 'light-blue', fill: 'solid', x: 0, y: 728, w: 1200, h: 672 },
  { key: 'line', geo: 'rectangle', colour: 'grey', fill: 'solid', x: 428, y: 744, w: 8, h: 320 },
  { key: 'ring', geo: 'ellipse', colour: 'grey', fill: 'solid', x: 408, y: 1056, w: 48, h: 48 },
  { key: 'stock', geo: 'rectangle', colour: 'grey', fill: 'solid', x: 376, y: 1120, w: 112, h: 16 },
  { key: 'shank', geo: 'rectangle', colour: 'grey', fill: 'solid', x: 424, y: 1104, w: 16, h: 120 },
  { key: 'flukes', geo: 'trapezoid', colour: 'grey', fill: 'solid', x: 344, y: 1208, w: 176, h: 56 },
  { key: 'rock1', geo: 'triangle', colour: 'grey', fill: 'solid', x: 736, y: 1080, w: 240, h: 320 },
  { key: 'rock2', geo: 'triangle', colour: 'grey', fill: 'solid', x: 912, y: 960, w: 288, h: 440 },
  { key: 'rock3', geo: 'triangle', colour: 'grey', fill: 'solid', x: 640, y: 1240, w: 184, h: 160 },
];

/** The sailboat between its sections: wind and anchor to its left, island and rocks to its right. */
export const sailboatPicture: Cell = {
  minH: () => 0,
  draw: (box) => parts.map((part) => placed(part, box)),
};

function placed(part: Part, box: Box): GeoItem {
  const scale = Math.min(box.w / sheet.w, box.h / sheet.h);
  const left = box.x + (box.w - sheet.w * scale) / 2;
  const top = box.y + (box.h - sheet.h * scale) / 2;
  return {
    kind: 'geo',
    ...part,
    key: `picture:${part.key}`,
    x: Math.round(left + part.x * scale),
    y: Math.round(top + part.y * scale),
    w: Math.round(part.w * scale),
    h: Math.round(part.h * scale),
  };
}
