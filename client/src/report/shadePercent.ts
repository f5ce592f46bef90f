/** The strongest shade, per cent: dark text stays readable on it. */
const strongest = 60;

/** How strongly a number of a scale is shaded, per cent; null where there is no scale to go by. */
export function shadePercent(
  value: number,
  scale: { readonly min: number; readonly max: number } | undefined,
): number | null {
  if (scale === undefined || scale.max <= scale.min) return null;
  const share = (value - scale.min) / (scale.max - scale.min);
  return Math.round(strongest * Math.min(1, Math.max(0, share)));
}
