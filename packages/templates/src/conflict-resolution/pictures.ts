import type { Picture, PictureBadge } from '../pictures/Picture.ts';
import { tablesAmong } from '../pictures/Picture.ts';
import { oneDecimal } from '../report/blocks.ts';
import { partnerNameIn } from '../state/BoardState.ts';
import { optionsTable, partiesAsked } from './report.ts';
import type { ConflictResults } from './rules.ts';
import type { WeighedOption, Weighing } from './weighing.ts';
import { weighingOf } from './weighing.ts';

/** Parties by options, best for the least happy party first, with what is workable for all or nearest to it. */
export function pictures(context: ConflictResults): readonly Picture[] {
  const { state, t } = context;
  const weighing = weighingOf(state);
  if (weighing.options.length === 0) return [];
  const columns = partiesAsked(state, weighing);
  return [
    {
      kind: 'heat-map',
      key: 'options',
      title: t('picture.options'),
      scale: { min: -2, max: 2 },
      ends: [t('scale.min'), t('scale.max')],
      columns: columns.map((partnerId) => ({
        partnerId,
        label: partnerNameIn(state, partnerId) ?? t('report.noPartner'),
      })),
      things: weighing.options.map((option) => ({
        shapeId: option.note.shapeId,
        label: option.note.text,
        badge: badgeOf(context, weighing, option),
        rows: [
          {
            label: '',
            cells: columns.map((id) => meanOf(option, id)),
            facts: [t('picture.facts', { lowest: oneDecimal(option.lowest), sum: oneDecimal(option.sum) })],
          },
        ],
      })),
      tables: tablesAmong(optionsTable(context)),
    },
  ];
}

function meanOf({ byPartner }: WeighedOption, id: string | null): number | null {
  return byPartner.find(({ partnerId }) => partnerId === id)?.mean ?? null;
}

function badgeOf({ t }: ConflictResults, { nearest }: Weighing, option: WeighedOption): PictureBadge {
  if (option.isWorkable) return { tone: 'good', label: t('report.workable') };
  if (nearest.includes(option)) return { tone: 'middle', label: t('picture.nearest') };
  return { tone: 'bad', label: t('picture.notForAll') };
}
