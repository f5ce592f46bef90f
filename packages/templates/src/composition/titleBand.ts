import type { TextItem } from '@common-ground/board';
import type { Band } from './Band.ts';
import { measureTextHeight } from './measureText.ts';

/** How much larger than on a small board headings and agenda are drawn: in steps, so that boards look alike. */
export function headingScale(w: number): number {
  return Math.min(3, Math.max(1, Math.round((w / 4000) * 4) / 4));
}

/** The title and, in one line, how to work on the board. */
export function titleBand(title: string, howTo: string): Band {
  return ({ x, y, w }) => {
    const scale = headingScale(w);
    const heading: TextItem = textAt(
      { key: 'title', text: title, x, y, w },
      { size: 'xl', bold: true, scale: 1.75 * scale },
    );
    const line = textAt(
      { key: 'howTo', text: howTo, x, y: y + heading.h + 8, w },
      { size: 'l', scale: scale * 0.75 },
    );
    return { items: [heading, line], h: heading.h + 8 + line.h };
  };
}

/** A heading over the sections of one group, without the gap below it. */
export function headingAt(key: string, text: string, place: { x: number; y: number; w: number }): TextItem {
  return textAt({ key, text, ...place }, { size: 'l', bold: true, scale: headingScale(place.w) });
}

/** A text item in ink, as high as its text is. */
export function textAt(
  place: {
    readonly key: string;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly w: number;
  },
  style: Pick<TextItem, 'size' | 'bold' | 'scale' | 'align'>,
): TextItem {
  const h = measureTextHeight(place.text, place.w, style);
  return { kind: 'text', colour: 'black', ...place, h, ...style };
}
