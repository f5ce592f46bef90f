import { clusterGap, type PlainBox } from './layCluster.ts';

/** The first free place for a box, row by row from `from` on, within a width; below everything where nothing is free. */
export function freePlace(
  { w, h }: Pick<PlainBox, 'w' | 'h'>,
  taken: readonly PlainBox[],
  { fromX, fromY, width }: { readonly fromX: number; readonly fromY: number; readonly width: number },
): { readonly x: number; readonly y: number } {
  const bottom = Math.max(fromY, ...taken.map((box) => box.y + box.h + clusterGap));
  for (let y = fromY; y < bottom; y += clusterGap) {
    for (let x = fromX; x + w <= fromX + width; x += clusterGap) {
      if (!taken.some((box) => overlaps({ x, y, w, h }, box))) return { x, y };
    }
  }
  return { x: fromX, y: bottom };
}

/** Whether two boxes lie over each other, or closer than notes should. */
export function overlaps(a: PlainBox, b: PlainBox): boolean {
  const gap = clusterGap;
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}
