import type { Box, GeoItem } from '@common-ground/board';
import type { Cell } from '../composition/columnsBand.ts';
import { onGrid } from '../composition/grid.ts';

/** The picture is drawn on a sheet of this size, which the cell's width stretches. */
const sheet = { w: 1200, h: 1600, seaY: 720 };

type Part = Omit<GeoItem, 'kind' | 'fill'>;

/** What stands over the water, from back to front: sun, clouds, wind, the island on the horizon, the boat under sail. */
const aboveWater: readonly Part[] = [
  { key: 'sun', geo: 'ellipse', colour: 'yellow', x: 944, y: 64, w: 176, h: 176 },
  { key: 'cloud', geo: 'cloud', colour: 'grey', x: 48, y: 72, w: 304, h: 144 },
  { key: 'breeze1', geo: 'arrow-right', colour: 'light-blue', x: 48, y: 368, w: 208, h: 56 },
  { key: 'breeze2', geo: 'arrow-right', colour: 'light-blue', x: 112, y: 456, w: 144, h: 48 },
  { key: 'hill1', geo: 'ellipse', colour: 'light-green', x: 984, y: 608, w: 208, h: 208 },
  { key: 'hill2', geo: 'ellipse', colour: 'green', x: 880, y: 656, w: 200, h: 160 },
  { key: 'mast', geo: 'rectangle', colour: 'grey', x: 584, y: 112, w: 16, h: 512 },
  { key: 'mainsail', geo: 'triangle', colour: 'orange', x: 328, y: 152, w: 248, h: 424 },
  { key: 'jib', geo: 'triangle', colour: 'yellow', x: 608, y: 240, w: 192, h: 336 },
  { key: 'hull', geo: 'trapezoid', colour: 'blue', x: 296, y: 608, w: 544, h: 160, rotation: Math.PI },
];

/** What lies under the water: the anchor on its line, and rocks on the ground. */
const belowWater: readonly Part[] = [
  { key: 'line', geo: 'rectangle', colour: 'grey', x: 428, y: 720, w: 8, h: 424 },
  { key: 'ring', geo: 'ellipse', colour: 'grey', x: 404, y: 1136, w: 56, h: 56 },
  { key: 'stock', geo: 'rectangle', colour: 'grey', x: 352, y: 1216, w: 160, h: 16 },
  { key: 'shank', geo: 'rectangle', colour: 'grey', x: 424, y: 1192, w: 16, h: 128 },
  { key: 'flukes', geo: 'trapezoid', colour: 'grey', x: 320, y: 1312, w: 224, h: 48 },
  { key: 'rock1', geo: 'triangle', colour: 'grey', x: 696, y: 1296, w: 264, h: 304 },
  { key: 'rock2', geo: 'triangle', colour: 'grey', x: 880, y: 1136, w: 320, h: 464 },
  { key: 'rock3', geo: 'triangle', colour: 'grey', x: 600, y: 1456, w: 168, h: 144 },
];

/** The sailboat between its sections: wind and anchor to its left, island and rocks to its right. */
export const sailboatPicture: Cell = {
  minH: (w) => onGrid((w * sheet.h) / sheet.w),
  draw: (box) => {
    const scale = box.w / sheet.w;
    // In a higher cell there is more air above and more sea below; rocks and anchor go down with the ground.
    const spare = box.h - sheet.h * scale;
    const air = Math.max(0, Math.round(spare / 2));
    const parts = [
      ...aboveWater.map((part) => placed(part, box, scale, air)),
      water(box, sheet.seaY * scale + air),
      ...belowWater.map((part) => placed(part, box, scale, part.key === 'line' ? air : spare)),
    ];
    return parts.map((part) => (part.key === 'picture:line' ? lengthened(part, spare - air) : part));
  },
};

/** The sea reaches from its line to the ground, over hull and island's foot. */
function water(box: Box, top: number): GeoItem {
  const y = Math.round(box.y + top);
  return {
    kind: 'geo',
    key: 'picture:water',
    geo: 'rectangle',
    colour: 'light-blue',
    fill: 'solid',
    x: box.x,
    y,
    w: box.w,
    h: box.y + box.h - y,
  };
}

function placed(part: Part, box: Box, scale: number, down: number): GeoItem {
  return {
    kind: 'geo',
    fill: 'solid',
    ...part,
    key: `picture:${part.key}`,
    x: Math.round(box.x + part.x * scale),
    y: Math.round(box.y + down + part.y * scale),
    w: Math.round(part.w * scale),
    h: Math.round(part.h * scale),
  };
}

function lengthened(part: GeoItem, by: number): GeoItem {
  return { ...part, h: Math.round(part.h + by) };
}
