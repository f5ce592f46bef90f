import type { Layout } from '@common-ground/board';
import { actionCardsInlay } from '../actions/actionCardsWidget.ts';
import { agendaBand } from '../composition/agendaBand.ts';
import { stackBands } from '../composition/Band.ts';
import type { Cell, Column } from '../composition/columnsBand.ts';
import { columnsBand } from '../composition/columnsBand.ts';
import { fitToScreen } from '../composition/fitToScreen.ts';
import { columnGap, widthForNotes } from '../composition/grid.ts';
import { sharedRoom } from '../composition/lanes.ts';
import type { Inlay } from '../composition/sectionCell.ts';
import { sectionCell } from '../composition/sectionCell.ts';
import { titleBand } from '../composition/titleBand.ts';
import type { RetrospectiveContext } from './agenda.ts';
import { agenda } from './agenda.ts';
import type { GatherSection, RetrospectiveFormat } from './formats.ts';
import { sailboatPicture } from './sailboatPicture.ts';

/** Last time's actions, the sections of the format, and what comes of it, from left to right. */
export function layout(context: RetrospectiveContext): Layout {
  const { options, t, title } = context;
  const columns = [
    { weight: 2, cells: [cell(context, 'last', 2, actionCardsInlay('last-time'))] },
    ...formatColumns[options.format](context),
    // Few actions are carried out; and what stands in a column makes all of them higher, and the whole board smaller.
    {
      weight: 3,
      cells: [cell(context, 'actions', 3, actionCardsInlay('this-time')), cell(context, 'thanks', 6)],
    },
  ];
  const totalWeight = columns.reduce((sum, column) => sum + column.weight, 0);
  const minW = (totalWeight / 2) * widthForNotes(2) + columnGap * (columns.length - 1);
  return fitToScreen(minW, (w) =>
    stackBands(w, [titleBand(title, t('howTo')), agendaBand(agenda(context), t), columnsBand(columns)]),
  );
}

/** The columns of each format; a column of weight 1 is one note wide. */
const formatColumns: Record<RetrospectiveFormat, (context: RetrospectiveContext) => Column[]> = {
  'start-stop-continue': (context) => [
    { weight: 3, cells: [gather(context, 'start')] },
    { weight: 3, cells: [gather(context, 'stop')] },
    { weight: 3, cells: [gather(context, 'continue')] },
  ],
  'four-ls': (context) => [
    { weight: 4, cells: [gather(context, 'liked'), gather(context, 'lacked')] },
    { weight: 4, cells: [gather(context, 'learned'), gather(context, 'longed')] },
  ],
  'mad-sad-glad': (context) => [
    { weight: 3, cells: [gather(context, 'mad')] },
    { weight: 3, cells: [gather(context, 'sad')] },
    { weight: 3, cells: [gather(context, 'glad')] },
  ],
  sailboat: (context) => [
    { weight: 4, cells: [gather(context, 'wind'), gather(context, 'anchor')] },
    { weight: 5, cells: [sailboatPicture] },
    { weight: 4, cells: [gather(context, 'island'), gather(context, 'rocks')] },
  ],
  'four-pillars': (context) => [
    { weight: 4, cells: [gather(context, 'trust'), gather(context, 'coordination')] },
    { weight: 4, cells: [gather(context, 'commitment'), gather(context, 'communication')] },
  ],
};

function gather(context: RetrospectiveContext, key: GatherSection): Cell {
  return cell(context, key, sharedRoom(context.partners.length));
}

function cell(
  { t }: RetrospectiveContext,
  key: GatherSection | 'last' | 'actions' | 'thanks',
  notes: number,
  inlay?: Inlay,
): Cell {
  const content = { key, title: t(`section.${key}.title`), prompt: t(`section.${key}.prompt`) };
  return sectionCell(content, notes, inlay);
}
