import type { Layout } from '@common-ground/board';
import { agendaBand } from '../composition/agendaBand.ts';
import type { Band } from '../composition/Band.ts';
import { stackBands } from '../composition/Band.ts';
import { besideBand } from '../composition/besideBand.ts';
import type { Cell } from '../composition/columnsBand.ts';
import { columnsBand, equalColumns } from '../composition/columnsBand.ts';
import { largestOnScreen, fitToScreen } from '../composition/fitToScreen.ts';
import { columnGap, widthForNotes } from '../composition/grid.ts';
import { gridBand } from '../composition/gridBand.ts';
import { laneOf, sharedRoom } from '../composition/lanes.ts';
import { sectionCell } from '../composition/sectionCell.ts';
import type { Sheet } from '../composition/Sheet.ts';
import { titleBand, withHeading } from '../composition/titleBand.ts';
import { agenda } from './agenda.ts';
import type { VisionContext } from './agenda.ts';

/** Five columns of three notes: what the statements need at least. */
const statementsW = 5 * widthForNotes(3) + 4 * columnGap;
/** A partner's lane holds ten notes, and is two of them wide at least. */
const laneRoom = 10;
const laneMinW = widthForNotes(2);
/** More lanes than these stand in two rows: side by side they leave no room for the partners' names above them. */
const mostAcross = 5;
/** Free space between what the partners bring and what they need, where the two stand side by side. */
const groupGap = 3 * columnGap;

/** Agenda, the statements, and below them a lane for what each partner brings and one for what it needs. */
export function layout(context: VisionContext): Layout {
  return largestOnScreen([layoutWithLanes(context, 'below'), layoutWithLanes(context, 'beside')]);
}

/** Few partners' lanes stand side by side, what they bring beside what they need or above it. */
function layoutWithLanes(context: VisionContext, arrangement: 'below' | 'beside'): Layout {
  const { partners, t, title } = context;
  const [brings, needs] = [lanesUnderHeading(context, 'brings'), lanesUnderHeading(context, 'needs')];
  const lanesW = acrossOf(partners.length) * (laneMinW + columnGap) - columnGap;
  const isBeside = arrangement === 'beside';
  const minW = Math.max(statementsW, isBeside ? 2 * lanesW + groupGap : lanesW);
  return fitToScreen(minW, (w) =>
    stackBands(w, [
      titleBand(title, t('howTo')),
      agendaBand(agenda(context), t),
      statementsBand(context),
      ...(isBeside ? [besideBand([brings, needs], groupGap)] : [brings, needs]),
    ]),
  );
}

function statementsBand({ partners, t }: VisionContext): Band {
  const cell = (
    key: 'purpose' | 'futures' | 'vision' | 'objectives' | 'outside' | 'risks',
    notes: number,
  ): Cell =>
    sectionCell({ key, title: t(`section.${key}.title`), prompt: t(`section.${key}.prompt`) }, notes);
  const room = sharedRoom(partners.length);
  return columnsBand([
    { weight: 4, cells: [cell('purpose', room)] },
    { weight: 4, cells: [cell('futures', room + partners.length)] },
    { weight: 4, cells: [cell('vision', room)] },
    { weight: 4, cells: [cell('objectives', room)] },
    { weight: 4, cells: [cell('outside', 8), cell('risks', 8)] },
  ]);
}

function lanesUnderHeading(context: VisionContext, kind: 'brings' | 'needs'): Band {
  const heading = context.t(`section.${kind}.heading`);
  return withHeading(`${kind}:heading`, heading, lanesBand(context, kind), nameRoomOf(context));
}

/** Names of many partners take a second line over their narrow lanes. */
function nameRoomOf({ partners }: VisionContext): (sheet: Sheet) => number {
  return ({ nameRoom, longNameRoom }) => (partners.length > 2 ? longNameRoom : nameRoom);
}

function lanesBand(context: VisionContext, kind: 'brings' | 'needs'): Band {
  const { partners, t } = context;
  // Partners who join later have no lane yet: one lane for everybody serves any number of them.
  if (partners.length === 0) return equalColumns([laneForEverybody(t, kind)]);
  return gridBand(
    partners.map((partner) =>
      sectionCell(
        {
          key: `${kind}:${partner.id}`,
          title: t(`section.${kind}.title`, { partner: partner.name }),
          prompt: t(`section.${kind}.prompt`),
          ...laneOf(partner),
        },
        laneRoom,
      ),
    ),
    acrossOf(partners.length),
    columnGap,
    nameRoomOf(context),
  );
}

/** How many lanes stand side by side. */
function acrossOf(partnerCount: number): number {
  return partnerCount > mostAcross ? Math.ceil(partnerCount / 2) : Math.max(1, partnerCount);
}

function laneForEverybody(t: VisionContext['t'], kind: 'brings' | 'needs'): Cell {
  const prompt = `${t(`section.${kind}.prompt`)}. ${t('section.everybody.prompt')}`;
  return sectionCell({ key: kind, title: t(`section.${kind}.everybody`), prompt }, 2 * laneRoom);
}
