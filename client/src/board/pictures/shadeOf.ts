import type { PictureScale } from '@common-ground/templates';

/**
 * The shade of a figure between the ends of its scale: amber for low, teal for high, which colour-blind people tell
 * apart; pale enough for dark figures on them in both colour schemes.
 */
export function shadeOf(value: number, { min, max }: PictureScale): string {
  const middle = (min + max) / 2;
  const share = Math.min(1, Math.abs(value - middle) / ((max - min) / 2));
  const end = value < middle ? '#eda65f' : '#6fbcb5';
  return `color-mix(in srgb, ${end} ${Math.round(share * 100)}%, #f0ece4)`;
}
