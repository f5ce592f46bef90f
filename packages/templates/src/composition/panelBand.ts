import type { SectionItem, TextItem } from '@common-ground/board';
import type { Band } from './Band.ts';
import { columnGap, inset, onGrid, splitWidth } from './grid.ts';
import { textAt } from './textAt.ts';

/** One entry of a panel: a heading with a smaller line above or below it. */
export interface PanelEntry {
  readonly key: string;
  readonly heading: string;
  readonly above?: string;
  readonly below?: string;
}

/** A section of short texts that are read from left to right, such as the agenda. */
export function panelBand(key: string, title: string, entries: readonly PanelEntry[]): Band {
  return ({ x, y, w }, { scale }) => {
    const weights = entries.map(() => 1);
    const texts = splitWidth(w - 2 * inset, weights, columnGap).flatMap((slot, index) => {
      const entry = entries[index];
      const place = { x: x + inset + slot.x, y: y + inset, w: slot.w };
      return entry === undefined ? [] : drawEntry(`${key}:${entry.key}`, entry, place, scale);
    });
    const bottom = Math.max(...texts.map((text) => text.y + text.h));
    const h = onGrid(bottom + inset - y);
    const panel: SectionItem = { kind: 'section', key, title, prompt: '', x, y, w, h };
    return { items: [panel, ...texts], h };
  };
}

function drawEntry(
  key: string,
  { above, heading, below }: PanelEntry,
  place: { readonly x: number; readonly y: number; readonly w: number },
  scale: number,
): TextItem[] {
  const lines = [
    { key: `${key}:above`, text: above, style: { size: 'm', scale } },
    { key, text: heading, style: { size: 'm', bold: true, scale } },
    { key: `${key}:below`, text: below, style: { size: 's', scale } },
  ] as const;
  let y = place.y;
  return lines.flatMap(({ key, text, style }) => {
    if (text === undefined) return [];
    const item = textAt(key, text, { ...place, y }, style);
    y += item.h;
    return [item];
  });
}
