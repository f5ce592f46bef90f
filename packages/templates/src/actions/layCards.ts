import type { PartBounds } from '../widget.ts';

/** Where cards stand in a box. */
export interface CardPlan {
  /** Times the sizes of {@link cardSizes}. */
  readonly scale: number;
  readonly cards: readonly PartBounds[];
  /** How many found no place. */
  readonly hidden: number;
}

/** Of a card at scale 1, px of the page: as large as a note's letters. */
export const cardSizes = { minW: 224, h: 128, gap: 12 } as const;

const largestScale = 1.5;
/** Below this nobody reads a card at 100 %. */
const smallestScale = 0.6;
const scaleStep = 0.05;

/** Lays so many cards into a box, side by side and row by row, as large as all of them fit. */
export function layCards(count: number, box: { readonly w: number; readonly h: number }): CardPlan {
  for (let scale = largestScale; scale >= smallestScale; scale -= scaleStep) {
    const grid = gridAt(scale, box);
    if (grid.columns * grid.rows >= count) return plan(count, scale, grid.columns, box);
  }
  const { columns, rows } = gridAt(smallestScale, box);
  return plan(Math.max(1, columns * rows), smallestScale, columns, box, count);
}

function gridAt(scale: number, { w, h }: { readonly w: number; readonly h: number }) {
  const gap = cardSizes.gap * scale;
  return {
    columns: Math.max(1, Math.floor((w + gap) / (cardSizes.minW * scale + gap))),
    rows: Math.max(0, Math.floor((h + gap) / (cardSizes.h * scale + gap))),
  };
}

function plan(
  shown: number,
  scale: number,
  columns: number,
  box: { readonly w: number },
  count = shown,
): CardPlan {
  const gap = cardSizes.gap * scale;
  const across = Math.min(columns, Math.max(2, shown));
  const w = (box.w - gap * (across - 1)) / across;
  const h = cardSizes.h * scale;
  const cards = Array.from({ length: shown }, (_, index) => ({
    x: (index % across) * (w + gap),
    y: Math.floor(index / across) * (h + gap),
    w,
    h,
  }));
  return { scale, cards, hidden: count - shown };
}
