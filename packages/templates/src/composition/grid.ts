/** A sticky note's side in px, as tldraw draws it. */
export const noteSide = 200;
/** Free space between two notes laid side by side. */
export const noteGap = 16;
/** Free space between a section's edge and what lies in it. */
export const inset = 32;
/** Free space between sections side by side. */
export const columnGap = 48;
/** The next multiple of 8 px at or above a length: everything stands on this grid. */
export function onGrid(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** How many notes fit side by side in a section of this width, at least one. */
export function notesAcross(sectionW: number): number {
  return Math.max(1, Math.floor((sectionW - 2 * inset + noteGap) / (noteSide + noteGap)));
}

/** The width of a section that holds so many notes side by side. */
export function widthForNotes(count: number): number {
  return onGrid(2 * inset + count * (noteSide + noteGap) - noteGap);
}

/** The height that so many rows of notes take, with the free space below them. */
export function heightForNoteRows(rows: number): number {
  return onGrid(rows * (noteSide + noteGap) - noteGap + inset);
}

/** Splits a width among neighbours by weight, on the grid and to the pixel: the last one takes what is left over. */
export function splitWidth(w: number, weights: readonly number[], gap: number): { x: number; w: number }[] {
  const free = w - gap * (weights.length - 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = 0;
  return weights.map((weight, index) => {
    const isLast = index === weights.length - 1;
    const own = isLast ? w - x : Math.floor((free * weight) / total / 8) * 8;
    const slot = { x, w: own };
    x += own + gap;
    return slot;
  });
}
