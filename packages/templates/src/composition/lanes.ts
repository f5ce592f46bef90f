import type { CanvasColour, SectionItem } from '@common-ground/board';
import type { PartnerId } from '@common-ground/protocol';

/** What makes a section somebody's lane: a colour, and the partner it belongs to if there is one. */
export function laneOf(owner: {
  readonly id?: PartnerId | undefined;
  readonly colour: CanvasColour;
}): Pick<SectionItem, 'colour' | 'partnerId'> {
  return { colour: owner.colour, ...(owner.id === undefined ? {} : { partnerId: owner.id }) };
}

/** How many notes a section that everybody writes in has room for: two a partner and some over, twelve at least. */
export function sharedRoom(partnerCount: number): number {
  return Math.max(12, 2 * partnerCount + 8);
}
