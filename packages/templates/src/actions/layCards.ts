import type { PartBounds } from '../widget.ts';

/** Where actions stand in a box: as cards, or as lines where cards could not be read. */
export interface CardPlan {
  readonly kind: 'cards' | 'lines';
  /** Cards are this many times the sizes of {@link cardSizes}; letters of lines this many times {@link cardSizes.whatPx}. */
  readonly scale: number;
  readonly cards: readonly PartBounds[];
  /** How many found no place. */
  readonly hidden: number;
}

/** Of a card at scale 1, px of the page: as large as a note's letters. */
export const cardSizes = { minW: 224, h: 128, gap: 12, padding: 14, whatPx: 20, factPx: 16 } as const;
/** Smaller letters on screen nobody reads; lines are drawn as large as prompts of sections. */
const leastFactScreenPx = 10;
export const lineScreenPx = 13;
/** The height of a line, times its letters. */
export const lineRatio = 1.4;
const mostLines = 3;

const largestScale = 1.5;
/** Below this nobody reads a card at 100 %. */
const smallestScale = 0.6;
const scaleStep = 0.05;

interface CardBox {
  readonly w: number;
  readonly h: number;
}

/**
 * Lays so many actions into a box: as cards side by side and row by row, as large as all of them fit; as lines where the
 * facts on such cards could not be read.
 *
 * @param zoom screen px a page px
 */
export function layCards(count: number, box: CardBox, zoom = 1): CardPlan {
  const legible = leastFactScreenPx / (cardSizes.factPx * zoom);
  const cards = layAsCards(count, box, Math.max(largestScale, legible));
  return cards.scale < legible || cards.hidden > 0 ? layAsLines(count, box, zoom) : cards;
}

function layAsCards(count: number, box: CardBox, largest: number): CardPlan {
  for (let scale = largest; scale >= smallestScale; scale -= scaleStep) {
    const grid = gridAt(scale, box);
    if (grid.columns * grid.rows >= count) return plan(count, scale, grid.columns, box);
  }
  const { columns, rows } = gridAt(smallestScale, box);
  return plan(Math.max(1, columns * rows), smallestScale, columns, box, count);
}

/** Few actions get up to three lines each; of many the last line tells how many there is no room for. */
function layAsLines(count: number, box: CardBox, zoom: number): CardPlan {
  const px = lineScreenPx / zoom;
  const lineH = Math.min(box.h, px * lineRatio);
  const lines = Math.max(1, Math.floor(box.h / lineH));
  const shown = count <= lines ? count : lines - 1;
  const h = lineH * Math.max(1, Math.min(mostLines, Math.floor(lines / Math.max(1, count))));
  const cards = Array.from({ length: shown }, (_, index) => ({ x: 0, y: index * h, w: box.w, h }));
  return { kind: 'lines', scale: px / cardSizes.whatPx, cards, hidden: count - shown };
}

function gridAt(scale: number, { w, h }: CardBox) {
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
  box: Pick<CardBox, 'w'>,
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
  return { kind: 'cards', scale, cards, hidden: count - shown };
}
