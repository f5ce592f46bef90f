import type { TextItem } from '@common-ground/board';
import type { BandPlace } from './Band.ts';
import { measureTextHeight } from './measureText.ts';

/** A text in ink at a place, as high as it needs. */
export function textAt(
  key: string,
  text: string,
  place: BandPlace,
  style: Pick<TextItem, 'size' | 'bold' | 'scale' | 'align'>,
): TextItem {
  const { x, y, w } = place;
  return {
    kind: 'text',
    key,
    text,
    x,
    y,
    w,
    h: measureTextHeight(text, w, style),
    colour: 'black',
    ...style,
  };
}
