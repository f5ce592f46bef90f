import type { Layout } from '@common-ground/board';
import { agendaBand } from '../composition/agendaBand.ts';
import type { Band } from '../composition/Band.ts';
import { stackBands } from '../composition/Band.ts';
import type { Cell } from '../composition/columnsBand.ts';
import { columnsBand, equalColumns } from '../composition/columnsBand.ts';
import { fitToScreen } from '../composition/fitToScreen.ts';
import { columnGap, widthForNotes } from '../composition/grid.ts';
import { laneOf, sharedRoom } from '../composition/lanes.ts';
import { sectionCell } from '../composition/sectionCell.ts';
import { titleBand, withHeading } from '../composition/titleBand.ts';
import { agenda } from './agenda.ts';
import type { VisionContext } from './agenda.ts';

/** Five columns of three to four notes: what the statements need at least. */
const coreW = 5 * widthForNotes(4) + 4 * columnGap;
/** A partner's lane holds ten notes, two side by side when there are many partners. */
const laneRoom = 10;
const laneW = widthForNotes(2) + columnGap;

/** Agenda, the statements, and below them a lane for what each partner brings and one for what it needs. */
export function layout(context: VisionContext): Layout {
  const { partners, t, title } = context;
  const minW = Math.max(coreW, partners.length * laneW - columnGap);
  return fitToScreen(minW, (w) =>
    stackBands(w, [
      titleBand(title, t('howTo')),
      agendaBand(agenda(context), t),
      statementsBand(context),
      withHeading('brings:heading', t('section.brings.heading'), lanesBand(context, 'brings')),
      withHeading('needs:heading', t('section.needs.heading'), lanesBand(context, 'needs')),
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

function lanesBand({ partners, t }: VisionContext, kind: 'brings' | 'needs'): Band {
  // Partners who join later have no lane yet: one lane for everybody serves any number of them.
  if (partners.length === 0) return equalColumns([laneForEverybody(t, kind)]);
  return equalColumns(
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
  );
}

function laneForEverybody(t: VisionContext['t'], kind: 'brings' | 'needs'): Cell {
  const prompt = `${t(`section.${kind}.prompt`)}. ${t('section.everybody.prompt')}`;
  return sectionCell({ key: kind, title: t(`section.${kind}.everybody`), prompt }, 2 * laneRoom);
}
