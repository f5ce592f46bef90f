import type { PartnerId } from '@common-ground/protocol';
import type { HeatMapRow, Picture, PictureBadge } from '../pictures/Picture.ts';
import { tablesAmong } from '../pictures/Picture.ts';
import { oneDecimal, signed } from '../report/blocks.ts';
import { partnerNameIn } from '../state/BoardState.ts';
import type { Alignment, QuestionAlignment, StatementAlignment } from './alignment.ts';
import { alignmentOf } from './alignment.ts';
import { heatMapTable, movementTable, partnersAsked } from './report.ts';
import type { VisionResults } from './rules.ts';

const tones = { aligned: 'good', forming: 'middle', contested: 'bad' } as const satisfies Record<
  Alignment,
  PictureBadge['tone']
>;

/** Partners by statements: how clear each statement is to each partner, and how far it commits. */
export function pictures(context: VisionResults): readonly Picture[] {
  const { state, t } = context;
  const alignment = alignmentOf(state);
  if (alignment.length === 0) return [];
  const columns = partnersAsked(state, alignment);
  return [
    {
      kind: 'heat-map',
      key: 'alignment',
      title: t('report.alignmentTitle'),
      scale: { min: 1, max: 5 },
      ends: [t('scale.min'), t('scale.max')],
      columns: columns.map((partnerId) => ({
        partnerId,
        label: partnerNameIn(state, partnerId) ?? t('report.noPartner'),
      })),
      things: alignment.map((statement) => ({
        shapeId: statement.note.shapeId,
        label: statement.note.text,
        badge: badgeOf(context, statement),
        rows: statement.questions.map((question) => rowOf(context, question, columns)),
      })),
      tables: tablesAmong([...heatMapTable(context, alignment), ...movementTable(context, alignment)]),
    },
  ];
}

function badgeOf({ t }: VisionResults, { alignment, before }: StatementAlignment): PictureBadge {
  const now = t(`alignment.${alignment}`);
  const hasMoved = before !== null && before !== alignment;
  const label = hasMoved ? t('picture.moved', { before: t(`alignment.${before}`), after: now }) : now;
  return { tone: tones[alignment], label };
}

function rowOf(
  { t }: VisionResults,
  { byPartner, gap, mean, movement, question, spread }: QuestionAlignment,
  columns: readonly (PartnerId | null)[],
): HeatMapRow {
  const figures = { mean: oneDecimal(mean), spread: oneDecimal(spread), gap: oneDecimal(gap) };
  return {
    label: t(`question.${question}`),
    cells: columns.map((id) => byPartner.find(({ partnerId }) => partnerId === id)?.mean ?? null),
    facts: [
      t('picture.facts', figures),
      ...(movement === null ? [] : [t('picture.movement', { movement: signed(movement) })]),
    ],
  };
}
