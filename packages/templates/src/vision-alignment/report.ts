import type { PartnerId } from '@common-ground/protocol';
import { list, oneDecimal, paragraph, table, under } from '../report/blocks.ts';
import type { ReportBlock } from '../report/Report.ts';
import { notesIn, partnerNameIn } from '../state/BoardState.ts';
import type { StatementAlignment } from './alignment.ts';
import { alignmentOf } from './alignment.ts';
import type { VisionResults } from './rules.ts';

/** Vision and objectives, the heat map as a table, what changed between the checks, and what each partner brings and needs. */
export function report(context: VisionResults): readonly ReportBlock[] {
  const { state, t } = context;
  const alignment = alignmentOf(state);
  const notes = (key: 'purpose' | 'futures' | 'vision' | 'outside' | 'risks') =>
    under(t(`section.${key}.title`), list(notesIn(state, key).map(({ text }) => text)));
  return [
    ...notes('purpose'),
    ...notes('futures'),
    ...notes('vision'),
    ...objectivesTable(context, alignment),
    ...heatMapTable(context, alignment),
    ...movementTable(context, alignment),
    ...lanes(context, 'brings'),
    ...lanes(context, 'needs'),
    ...notes('outside'),
    ...notes('risks'),
  ];
}

function objectivesTable(
  { state, t }: VisionResults,
  alignment: readonly StatementAlignment[],
): readonly ReportBlock[] {
  const rows = notesIn(state, 'objectives').map(({ shapeId, text }, index) => {
    const found = alignment.find(({ note }) => note.shapeId === shapeId);
    return [
      index + 1,
      text,
      found === undefined ? t('alignment.unrated') : t(`alignment.${found.alignment}`),
    ];
  });
  const columns = [t('report.number'), t('report.objective'), t('report.alignment')];
  return table('objectives', t('section.objectives.title'), columns, rows);
}

/** Every partner, and behind them people without one where any of them answered. */
export function partnersAsked(
  state: VisionResults['state'],
  alignment: readonly StatementAlignment[],
): readonly (PartnerId | null)[] {
  const answered = new Set(
    alignment.flatMap(({ questions }) =>
      questions.flatMap(({ byPartner }) => byPartner.map((one) => one.partnerId)),
    ),
  );
  return [...state.partners.map(({ id }) => id), ...(answered.has(null) ? [null] : [])];
}

/** One line for each statement and question, one column for each partner. */
export function heatMapTable(
  { state, t }: VisionResults,
  alignment: readonly StatementAlignment[],
): readonly ReportBlock[] {
  const groups = partnersAsked(state, alignment);
  const columns = [
    t('report.statement'),
    t('report.question'),
    ...groups.map((id) => partnerNameIn(state, id) ?? t('report.noPartner')),
    t('report.mean'),
    t('report.spread'),
    t('report.gap'),
    t('report.alignment'),
  ];
  const rows = alignment.flatMap(({ note, questions }) =>
    questions.map(({ alignment, byPartner, gap, mean, question, spread }) => [
      note.text,
      t(`question.${question}`),
      ...groups.map((id) => {
        const own = byPartner.find(({ partnerId }) => partnerId === id);
        return own === undefined ? null : oneDecimal(own.mean);
      }),
      oneDecimal(mean),
      oneDecimal(spread),
      oneDecimal(gap),
      t(`alignment.${alignment}`),
    ]),
  );
  return table('alignment', t('report.alignmentTitle'), columns, rows, { scale: { min: 1, max: 5 } });
}

/** How means and judgements moved since the first check; nothing with one check. */
export function movementTable(
  { t }: VisionResults,
  alignment: readonly StatementAlignment[],
): readonly ReportBlock[] {
  const rows = alignment
    .filter(({ before }) => before !== null)
    .map(({ alignment, before, note, questions }) => [
      note.text,
      ...(['clear', 'commit'] as const).map((key) => {
        const movement = questions.find(({ question }) => question === key)?.movement ?? null;
        return movement === null ? null : oneDecimal(movement);
      }),
      t(`alignment.${before ?? 'forming'}`),
      t(`alignment.${alignment}`),
    ]);
  const columns = [
    t('report.statement'),
    t('question.clear'),
    t('question.commit'),
    t('report.before'),
    t('report.after'),
  ];
  return table('movement', t('report.movement'), columns, rows);
}

function lanes({ state, t }: VisionResults, kind: 'brings' | 'needs'): readonly ReportBlock[] {
  const lanes = state.sections.filter(({ key }) => key === kind || key.startsWith(`${kind}:`));
  const keys = [...new Set(lanes.map(({ key }) => key))];
  return under(
    t(`section.${kind}.heading`),
    keys.flatMap((key) => {
      const title = lanes.find((lane) => lane.key === key)?.title ?? '';
      const texts = notesIn(state, key).map(({ text }) => text);
      return texts.length === 0 ? [] : [...paragraph(title), ...list(texts)];
    }),
  );
}
