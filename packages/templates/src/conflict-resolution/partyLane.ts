import type { GeoItem } from '@common-ground/board';
import type { Band } from '../composition/Band.ts';
import type { Cell } from '../composition/columnsBand.ts';
import { columnsBand, equalColumns } from '../composition/columnsBand.ts';
import { columnGap, onGrid, widthForNotes } from '../composition/grid.ts';
import { laneOf } from '../composition/lanes.ts';
import { sectionCell } from '../composition/sectionCell.ts';
import { textAt } from '../composition/textAt.ts';
import type { ConflictContext, Facet, Party } from './parties.ts';
import { facetKey, facets } from './parties.ts';

/** A section of a party's lane holds eight notes. */
const facetRoom = 8;

/** How a lane's sections are laid: in one row, or in a block of two rows. */
export type LaneShape = 'row' | 'block';

/** What the others say back stands at the lane's end, as high as the lane. */
const laneShapes: Record<LaneShape, (cell: (facet: Facet) => Cell) => Band> = {
  row: (cell) => equalColumns([...facets, 'heard' as const].map(cell)),
  block: (cell) =>
    columnsBand([
      { weight: 1, cells: [cell('happened'), cell('need')] },
      { weight: 1, cells: [cell('effect'), cell('ask')] },
      { weight: 1, cells: [cell('heard')] },
    ]),
};

/** The narrowest lane of each shape: its sections are three notes wide, enough for their names. */
export const laneMinW: Readonly<Record<LaneShape, number>> = {
  row: 5 * widthForNotes(3) + 4 * columnGap,
  block: 3 * widthForNotes(3) + 2 * columnGap,
};

/** A party's name, and below it the sections that the party fills. */
export function partyLane(context: ConflictContext, party: Party, shape: LaneShape): Cell {
  const sections = laneShapes[shape]((facet) => facetCell(context, party, facet));
  const lane: Band = ({ x, y, w }, sheet) => {
    const side = onGrid(40 * sheet.scale);
    const style = { size: 'l', bold: true, scale: sheet.scale } as const;
    const name = textAt(`party:${party.key}`, party.name, { x: x + side + 24, y, w: w - side - 24 }, style);
    const headH = name.h + sheet.nameRoom;
    const below = sections({ x, y: y + headH, w }, sheet);
    return { items: [chip(party, { x, y: y + 8, side }), name, ...below.items], h: headH + below.h };
  };
  return {
    minH: (w, sheet) => lane({ x: 0, y: 0, w }, sheet).h,
    draw: (box, sheet) => lane(box, sheet).items,
  };
}

/** The party's colour beside its name. */
function chip(party: Party, { x, y, side }: { x: number; y: number; side: number }): GeoItem {
  const key = `party:${party.key}:chip`;
  return { kind: 'geo', key, geo: 'ellipse', colour: party.colour, fill: 'solid', x, y, w: side, h: side };
}

function facetCell({ t }: ConflictContext, party: Party, facet: Facet): Cell {
  return sectionCell(
    {
      key: facetKey(facet, party),
      title: t(`section.${facet}.title`, { party: party.name }),
      prompt: t(`section.${facet}.prompt`),
      ...laneOf({ id: party.partnerId, colour: party.colour }),
    },
    facetRoom,
  );
}
