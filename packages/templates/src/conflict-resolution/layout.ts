import type { Layout } from '@common-ground/board';
import { actionCardsInlay } from '../actions/actionCardsWidget.ts';
import { agendaBand } from '../composition/agendaBand.ts';
import type { Band } from '../composition/Band.ts';
import { stackBands } from '../composition/Band.ts';
import type { Cell } from '../composition/columnsBand.ts';
import { columnsBand } from '../composition/columnsBand.ts';
import { largestOnScreen, fitToScreen } from '../composition/fitToScreen.ts';
import { columnGap, widthForNotes } from '../composition/grid.ts';
import { gridBand } from '../composition/gridBand.ts';
import { sharedRoom } from '../composition/lanes.ts';
import type { Inlay } from '../composition/sectionCell.ts';
import { sectionCell, starterNotes } from '../composition/sectionCell.ts';
import { titleBand } from '../composition/titleBand.ts';
import { agenda } from './agenda.ts';
import { escalationLadder } from './escalationLadder.ts';
import type { ConflictContext } from './parties.ts';
import { partiesOf } from './parties.ts';
import type { LaneShape } from './partyLane.ts';
import { laneMinW, partyLane } from './partyLane.ts';

/** Free space between two lanes: wider than within a lane, so that each party's sections are seen as one. */
const laneGap = 4 * columnGap;
/** Interests, options, agreement and ladder side by side, three or four notes wide each. */
const outcomeW = 3 * widthForNotes(3) + 2 * widthForNotes(4) + 4 * columnGap;

/** Ground rules and issue hold eight notes side by side at most. */
const mostOpeningW = widthForNotes(8);

/** How the lanes are laid: so many side by side, each of one shape. */
interface LanePlan {
  readonly across: number;
  readonly shape: LaneShape;
}

/** Ground rules and issue, a lane for each party, and below them what the parties find and agree. */
export function layout(context: ConflictContext): Layout {
  const plans = [1, 2, 3, 4]
    .filter((across) => across <= partiesOf(context).length)
    .flatMap((across): LanePlan[] => [
      { across, shape: 'row' },
      { across, shape: 'block' },
    ]);
  return largestOnScreen(plans.map((plan) => layoutByPlan(context, plan)));
}

function layoutByPlan(context: ConflictContext, { across, shape }: LanePlan): Layout {
  const { t, title } = context;
  const lanes = partiesOf(context).map((party) => partyLane(context, party, shape));
  const lanesW = across * (laneMinW[shape] + laneGap) - laneGap;
  return fitToScreen(Math.max(outcomeW, lanesW), (w) =>
    stackBands(w, [
      titleBand(title, t('howTo')),
      agendaBand(agenda(context), t),
      openingBand(context, w),
      gridBand(lanes, across, laneGap),
      outcomeBand(context),
    ]),
  );
}

type SharedSection = 'rules' | 'issue' | 'shared' | 'differing' | 'options' | 'agreement' | 'escalation';

function sharedCell({ t }: ConflictContext, key: SharedSection, notes: number, inlay?: Inlay): Cell {
  const content = { key, title: t(`section.${key}.title`), prompt: t(`section.${key}.prompt`) };
  return sectionCell(content, notes, inlay);
}

function openingBand(context: ConflictContext, w: number): Band {
  const { t } = context;
  const rules = [t('rule.ourselves'), t('rule.listen'), t('rule.describe'), t('rule.stays')];
  // On the wide board of many parties these two stay as wide as they need, so that a screen shows them large.
  const each = Math.min((w - columnGap) / 2, mostOpeningW);
  const spare = w - 2 * (each + columnGap);
  return columnsBand([
    { weight: each, cells: [sharedCell(context, 'rules', 12, starterNotes('rules', rules))] },
    { weight: each, cells: [sharedCell(context, 'issue', 12)] },
    ...(spare > 0 ? [{ weight: spare, cells: [] }] : []),
  ]);
}

function outcomeBand(context: ConflictContext): Band {
  const room = sharedRoom(context.partners.length);
  return columnsBand([
    { weight: 3, cells: [sharedCell(context, 'shared', 12)] },
    { weight: 3, cells: [sharedCell(context, 'differing', 12)] },
    { weight: 4, cells: [sharedCell(context, 'options', room)] },
    { weight: 3, cells: [sharedCell(context, 'agreement', 6, actionCardsInlay('all'))] },
    { weight: 4, cells: [sharedCell(context, 'escalation', 8, escalationLadder(context.t))] },
  ]);
}
