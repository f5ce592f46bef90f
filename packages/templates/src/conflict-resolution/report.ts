import type { PartnerId } from '@common-ground/protocol';
import { dayOf, list, oneDecimal, paragraph, table, under } from '../report/blocks.ts';
import type { ReportBlock } from '../report/Report.ts';
import type { StateNote } from '../state/BoardState.ts';
import { notesIn, partnerNameIn } from '../state/BoardState.ts';
import { facets } from './parties.ts';
import type { ConflictResults } from './rules.ts';
import type { WeighedOption, Weighing } from './weighing.ts';
import { weighingOf } from './weighing.ts';

/** The issue, the views that were revealed, what was heard, interests, options with ratings, the agreement's lines, the escalation. */
export function report(context: ConflictResults): readonly ReportBlock[] {
  const { state, t } = context;
  const notes = (key: 'rules' | 'shared' | 'differing' | 'agreement' | 'escalation') =>
    under(t(`section.${key}.title`), list(notesIn(state, key).map(({ text }) => text)));
  return [
    ...notes('rules'),
    ...issueBlocks(context),
    ...viewBlocks(context),
    ...heardTable(context),
    ...overrideBlocks(context),
    ...notes('shared'),
    ...notes('differing'),
    ...optionsTable(context),
    ...notes('agreement'),
    ...notes('escalation'),
    ...escalationBlocks(context),
  ];
}

/** The sentence that all consented to, or those that are still proposed, and the notes about it. */
function issueBlocks({ state, t }: ConflictResults): readonly ReportBlock[] {
  const wordings = state.workshop.proposals
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap(({ overrideReason, status, text }) => [
      ...paragraph(status === 'adopted' ? text : t('report.proposed', { text })),
      ...paragraph(overrideReason === null ? '' : t('report.withoutConsent', { reason: overrideReason })),
    ]);
  const notes = list(notesIn(state, 'issue').map(({ text }) => text));
  return under(t('section.issue.title'), [...wordings, ...notes]);
}

/** Each section of each lane that has notes, under the name it has on the canvas. */
function viewBlocks({ state }: ConflictResults): readonly ReportBlock[] {
  const prefixes = [...facets, 'heard'].map((facet) => `${facet}:`);
  const lanes = state.sections.filter(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  const seen = new Set<string>();
  return lanes.flatMap(({ key, title }) => {
    if (seen.has(key)) return [];
    seen.add(key);
    const notes = notesIn(state, key).filter((note) => !isSaidBack(state, key, note));
    return under(title, list(notes.map(({ text }) => text)));
  });
}

/** Whether a note says what the table of what was said back has already. */
function isSaidBack({ workshop }: ConflictResults['state'], key: string, note: StateNote): boolean {
  return workshop.restatements.some(
    ({ ofPartnerId, text }) => key === `heard:${ofPartnerId}` && text === note.text,
  );
}

function heardTable({ state, t }: ConflictResults): readonly ReportBlock[] {
  const rows = state.workshop.restatements.map(({ byPartnerId, missing, ofPartnerId, status, text }) => [
    partnerNameIn(state, byPartnerId),
    partnerNameIn(state, ofPartnerId),
    text,
    t(`heard.${status}`),
    missing,
  ]);
  const columns = [
    t('report.by'),
    t('report.of'),
    t('report.restatement'),
    t('report.answer'),
    t('report.missing'),
  ];
  return table('heard', t('report.heard'), columns, rows);
}

function overrideBlocks({ state, t }: ConflictResults): readonly ReportBlock[] {
  return list(
    state.workshop.overrides.map(({ at, openCount, reason }) =>
      t('report.override', { day: dayOf(at), count: openCount, reason }),
    ),
  );
}

/** Every party, and behind them people without one where any of them rated an option. */
export function partiesAsked(
  state: ConflictResults['state'],
  { options }: Weighing,
): readonly (PartnerId | null)[] {
  const shown = new Set(options.flatMap(({ byPartner }) => byPartner.map(({ partnerId }) => partnerId)));
  return [...state.partners.map(({ id }) => id), ...(shown.has(null) ? [null] : [])];
}

/** Weighed options in their order; behind them those that were not weighed. */
export function optionsTable({ state, t }: ConflictResults): readonly ReportBlock[] {
  const weighing = weighingOf(state);
  const { nearest, options } = weighing;
  const groups = partiesAsked(state, weighing);
  const resultOf = (option: WeighedOption) => {
    if (option.isWorkable) return t('report.workable');
    return nearest.includes(option) ? t('picture.nearest') : null;
  };
  const weighed = options.map((option) => [
    option.note.text,
    ...groups.map((id) => {
      const own = option.byPartner.find(({ partnerId }) => partnerId === id);
      return own === undefined ? null : oneDecimal(own.mean);
    }),
    oneDecimal(option.lowest),
    oneDecimal(option.sum),
    resultOf(option),
  ]);
  const others = notesIn(state, 'options')
    .filter(({ shapeId }) => !options.some(({ note }) => note.shapeId === shapeId))
    .map(({ text }) => [text, ...groups.map(() => null), null, null, null]);
  const columns = [
    t('report.option'),
    ...groups.map((id) => partnerNameIn(state, id) ?? t('report.noPartner')),
    t('report.lowest'),
    t('report.sum'),
    t('report.result'),
  ];
  const scale = { min: -2, max: 2 };
  return table('options', t('section.options.title'), columns, [...weighed, ...others], { scale });
}

function escalationBlocks({ state, t }: ConflictResults): readonly ReportBlock[] {
  const { records, settlement } = state.workshop.escalation;
  const rows = records.map(({ at, dueAt, open, settled, title, why }) => [
    title,
    dayOf(at),
    dayOf(dueAt),
    why,
    settled === '' ? null : settled,
    open === '' ? null : open,
  ]);
  const columns = [
    t('report.level'),
    t('report.since'),
    t('report.until'),
    t('report.why'),
    t('report.settledPart'),
    t('report.openPart'),
  ];
  const end =
    settlement === null ? '' : t('report.settlement', { day: dayOf(settlement.at), note: settlement.note });
  return [...table('escalation', t('report.escalation'), columns, rows), ...paragraph(end)];
}
