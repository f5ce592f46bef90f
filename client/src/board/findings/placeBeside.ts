/** As wide as FindingCard.module.css has the card. */
const cardW = 320;
const gapPx = 6;
const edgePx = 8;

/** Where a card stands, px of the window. */
export interface CardPlace {
  readonly left: number;
  readonly top?: number;
  readonly bottom?: number;
}

/** Below a mark where there is more room than above it, and within the window. */
export function placeBeside(
  mark: { readonly left: number; readonly top: number; readonly bottom: number },
  window: { readonly w: number; readonly h: number },
): CardPlace {
  const left = Math.max(edgePx, Math.min(mark.left, window.w - cardW - edgePx));
  if (window.h - mark.bottom >= mark.top) return { left, top: mark.bottom + gapPx };
  return { left, bottom: window.h - mark.top + gapPx };
}
