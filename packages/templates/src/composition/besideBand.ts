import type { Band } from './Band.ts';
import { splitWidth } from './grid.ts';

/** Bands side by side, equally wide; each is as high as it is, so those beside each other should be alike. */
export function besideBand(bands: readonly Band[], gap: number): Band {
  return ({ x, y, w }, sheet) => {
    const weights = bands.map(() => 1);
    const slots = splitWidth(w, weights, gap);
    const drawn = bands.map((band, index) => {
      const slot = slots[index] ?? { x: 0, w };
      return band({ x: x + slot.x, y, w: slot.w }, sheet);
    });
    return { items: drawn.flatMap(({ items }) => items), h: Math.max(...drawn.map(({ h }) => h)) };
  };
}
