import type { GeoItem, Layout } from '@common-ground/board';
import { agendaBand } from '../composition/agendaBand.ts';
import type { Band } from '../composition/Band.ts';
import { closestToScreen, fitToScreen, stackBands } from '../composition/Band.ts';
import type { Cell } from '../composition/columnsBand.ts';
import { columnsBand } from '../composition/columnsBand.ts';
import { columnGap, widthForNotes } from '../composition/grid.ts';
import { equalColumns, headingGap, laneOf, sharedRoom } from '../composition/lanes.ts';
import type { Inlay } from '../composition/sectionCell.ts';
import { sectionCell, starterNotes } from '../composition/sectionCell.ts';
import { headingAt, titleBand } from '../composition/titleBand.ts';
import { agenda } from './agenda.ts';
import { escalationLadder } from './escalationLadder.ts';
import type { ConflictContext, Facet, Party } from './parties.ts';
import { facetKey, facets, partiesOf } from './parties.ts';

/** A section of a party's lane holds eight notes. */
const facetRoom = 8;
/** Five sections a lane, two notes side by side each. */
const laneW = 5 * widthForNotes(2) + 4 * columnGap;
/** Interests, options, agreement and ladder side by side. */
const outcomeW = 4 * widthForNotes(3) + 3 * columnGap;

/** Ground rules and issue, a lane for each party, and below them what the parties find and agree. */
export function layout(context: ConflictContext): Layout {
  const parties = partiesOf(context);
  const stacks = [1, 2, 3, 4].filter((count) => count <= parties.length);
  return closestToScreen(stacks.map((count) => layoutWithStacks(context, parties, count)));
}

/** Many parties make a tower: their lanes are laid in several stacks side by side. */
function layoutWithStacks(context: ConflictContext, parties: readonly Party[], stackCount: number): Layout {
  const { t, title } = context;
  const minW = Math.max(outcomeW, stackCount * laneW + (stackCount - 1) * 2 * columnGap);
  return fitToScreen(minW, (w) =>
    stackBands(w, [
      titleBand(title, t('howTo')),
      agendaBand(agenda(context), t),
      openingBand(context),
      partiesBand(context, parties, stackCount),
      outcomeBand(context),
    ]),
  );
}

type SharedSection = 'rules' | 'issue' | 'shared' | 'differing' | 'options' | 'agreement' | 'escalation';

function sharedCell({ t }: ConflictContext, key: SharedSection, notes: number, inlay?: Inlay): Cell {
  return sectionCell(
    { key, title: t(`section.${key}.title`), prompt: t(`section.${key}.prompt`) },
    notes,
    inlay,
  );
}

function openingBand(context: ConflictContext): Band {
  const { t } = context;
  const rules = [t('rule.ourselves'), t('rule.listen'), t('rule.describe'), t('rule.stays')];
  return columnsBand([
    { weight: 1, cells: [sharedCell(context, 'rules', 12, starterNotes('rules', rules))] },
    { weight: 1, cells: [sharedCell(context, 'issue', 12)] },
  ]);
}

function partiesBand(context: ConflictContext, parties: readonly Party[], stackCount: number): Band {
  const perStack = Math.ceil(parties.length / stackCount);
  const stacks = Array.from({ length: Math.ceil(parties.length / perStack) }, (_, index) =>
    parties.slice(index * perStack, (index + 1) * perStack),
  );
  return columnsBand(
    stacks.map((stack) => ({ weight: 1, cells: stack.map((party) => partyLane(context, party)) })),
  );
}

function partyLane(context: ConflictContext, party: Party): Cell {
  const sections = equalColumns(
    [...facets, 'heard' as const].map((facet) => facetCell(context, party, facet)),
  );
  const lane: Band = ({ x, y, w }) => {
    const name = headingAt(`party:${party.key}`, party.name, { x: x + 64, y, w: w - 64 });
    const below = sections({ x, y: y + name.h + headingGap, w });
    return {
      items: [chip(party, { x, y, h: name.h }), name, ...below.items],
      h: name.h + headingGap + below.h,
    };
  };
  return { minH: (w) => lane({ x: 0, y: 0, w }).h, draw: (box) => lane(box).items };
}

function chip(party: Party, place: { readonly x: number; readonly y: number; readonly h: number }): GeoItem {
  const side = 40;
  return {
    kind: 'geo',
    key: `party:${party.key}:chip`,
    geo: 'ellipse',
    colour: party.colour,
    fill: 'solid',
    x: place.x,
    y: place.y + Math.round((Math.min(place.h, 80) - side) / 2),
    w: side,
    h: side,
  };
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

function outcomeBand(context: ConflictContext): Band {
  const room = sharedRoom(context.partners.length);
  return columnsBand([
    { weight: 1, cells: [sharedCell(context, 'shared', 8), sharedCell(context, 'differing', 8)] },
    { weight: 1, cells: [sharedCell(context, 'options', room)] },
    { weight: 1, cells: [sharedCell(context, 'agreement', 12)] },
    { weight: 1, cells: [sharedCell(context, 'escalation', 8, escalationLadder(context.t))] },
  ]);
}
