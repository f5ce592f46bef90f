import { isFromLastTime } from '@common-ground/workshop';
import { dayOf, list, oneDecimal, table, under } from '../report/blocks.ts';
import type { ReportBlock } from '../report/Report.ts';
import { notesIn, partnerNameIn } from '../state/BoardState.ts';
import { formatSections } from './formats.ts';
import type { RetrospectiveResults } from './rules.ts';
import { votedTopics } from './topics.ts';
import { seriesOf } from './trends.ts';

/** Topics with their votes, what was said, last time's actions and thanks, and how safety and time well spent went over the series. */
export function report(context: RetrospectiveResults): readonly ReportBlock[] {
  const { options, state, t } = context;
  const noteList = (key: string) => list(notesIn(state, key).map(({ text }) => text));
  const section = (key: (typeof formatSections)[typeof options.format][number] | 'actions' | 'thanks') =>
    under(t(`section.${key}.title`), noteList(key));
  return [
    ...under(t('section.last.title'), [...lastTimesActions(context), ...noteList('last')]),
    ...topicsTable(context),
    ...clusterBlocks(context),
    ...formatSections[options.format].flatMap(section),
    ...section('actions'),
    ...section('thanks'),
    ...trendTable(context),
  ];
}

/** How the actions stand that were there before this retrospective. */
function lastTimesActions({ state, t }: RetrospectiveResults): readonly ReportBlock[] {
  const { actions, run } = state.workshop;
  const before = actions.filter((action) => isFromLastTime(action, run?.run ?? 0));
  return list(before.map(({ status, what }) => `${what} (${t(`report.status.${status}`)})`));
}

/** A column for each partner whose votes are shown. */
function topicsTable({ state, t }: RetrospectiveResults): readonly ReportBlock[] {
  const topics = votedTopics(state);
  const shown = new Set(topics.flatMap(({ byPartner }) => byPartner.map(({ partnerId }) => partnerId)));
  const groups = [...state.partners.map(({ id }) => id), null].filter((id) => shown.has(id));
  const statuses = new Map(state.workshop.topics.map(({ status, topicId }) => [topicId, status]));
  const columns = [
    t('report.rank'),
    t('report.topic'),
    t('report.dots'),
    ...groups.map((id) => partnerNameIn(state, id) ?? t('report.noPartner')),
    t('report.discussed'),
  ];
  const rows = topics.map(({ byPartner, dots, itemId, label, rank }) => [
    rank,
    label,
    dots,
    ...groups.map((id) => byPartner.find(({ partnerId }) => partnerId === id)?.dots ?? 0),
    statuses.get(itemId) === 'done' ? t('report.yes') : t('report.no'),
  ]);
  return table('topics', t('report.topics'), columns, rows);
}

/** Clusters with the notes in them, also those that nobody voted for. */
function clusterBlocks({ state, t }: RetrospectiveResults): readonly ReportBlock[] {
  return state.clusters.flatMap(({ shapeId, title }, index) => {
    const texts = state.notes.filter(({ clusterId }) => clusterId === shapeId).map(({ text }) => text);
    return under(title === '' ? t('report.cluster', { number: index + 1 }) : title, list(texts));
  });
}

/** Safety and time well spent, a line for each retrospective of the series. */
export function trendTable({ state, t }: RetrospectiveResults): readonly ReportBlock[] {
  const rows = seriesOf(state).map(({ closedAt, roti, safety }, index) => [
    index + 1,
    dayOf(closedAt),
    safety === undefined ? null : oneDecimal(safety.mean),
    roti === undefined ? null : oneDecimal(roti.mean),
  ]);
  const columns = [t('report.number'), t('report.day'), t('question.safety'), t('question.roti')];
  return table('trend', t('report.trend'), columns, rows);
}
