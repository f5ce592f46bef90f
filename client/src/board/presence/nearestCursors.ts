/** Somebody's cursor: where it is on the page, and when it last moved (ms, this browser's clock). */
export interface CursorPlace {
  readonly clientId: number;
  readonly x: number;
  readonly y: number;
  readonly movedAt: number;
}

/** More cursors than this cost frames and tell nothing. */
export const maxShownCursors = 30;
/** A second without moving counts like this many px of distance. */
const pxPerSecond = 200;

/** Whose cursors are drawn when there are too many: those near the middle of the view that moved lately. */
export function nearestCursors(
  cursors: readonly CursorPlace[],
  middle: { readonly x: number; readonly y: number },
  now: number,
): ReadonlySet<number> {
  if (cursors.length <= maxShownCursors) return new Set(cursors.map(({ clientId }) => clientId));
  const costOf = ({ x, y, movedAt }: CursorPlace) =>
    Math.hypot(x - middle.x, y - middle.y) + ((now - movedAt) / 1000) * pxPerSecond;
  const ranked = cursors.toSorted((a, b) => costOf(a) - costOf(b) || a.clientId - b.clientId);
  return new Set(ranked.slice(0, maxShownCursors).map(({ clientId }) => clientId));
}
