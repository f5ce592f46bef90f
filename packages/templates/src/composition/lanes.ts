import type { CanvasColour, SectionItem } from '@common-ground/board';
import type { PartnerId } from '@common-ground/protocol';
import type { Band } from './Band.ts';
import type { Cell } from './columnsBand.ts';
import { columnsBand } from './columnsBand.ts';
import { headingAt } from './titleBand.ts';

/** Free space between a heading and the frames below it, whose names stand in it. */
export const headingGap = 56;

/** The parts of a section that make it a partner's lane: its colour and owner. */
export function laneOf(owner: {
  readonly id?: PartnerId | undefined;
  readonly colour: CanvasColour;
}): Pick<SectionItem, 'colour' | 'partnerId'> {
  return { colour: owner.colour, ...(owner.id === undefined ? {} : { partnerId: owner.id }) };
}

/** A band below a heading. */
export function withHeading(key: string, heading: string, band: Band): Band {
  return ({ x, y, w }) => {
    const text = headingAt(key, heading, { x, y, w });
    const below = band({ x, y: y + text.h + headingGap, w });
    return { items: [text, ...below.items], h: text.h + headingGap + below.h };
  };
}

/** Cells side by side, equally wide. */
export function equalColumns(cells: readonly Cell[]): Band {
  return columnsBand(cells.map((cell) => ({ weight: 1, cells: [cell] })));
}

/** How many notes a section that everybody writes in has room for: two a partner and some over, twelve at least. */
export function sharedRoom(partnerCount: number): number {
  return Math.max(12, 2 * partnerCount + 8);
}
