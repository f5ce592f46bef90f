import type { Picture } from '../pictures/Picture.ts';
import { tablesAmong } from '../pictures/Picture.ts';
import { dayOf } from '../report/blocks.ts';
import { trendTable } from './report.ts';
import type { RetrospectiveResults } from './rules.ts';
import { seriesOf } from './trends.ts';

/** How safe people felt and how well spent the time was, over the retrospectives of the series. */
export function pictures(context: RetrospectiveResults): readonly Picture[] {
  const { state, t } = context;
  const series = seriesOf(state);
  if (series.length === 0) return [];
  return [
    {
      kind: 'trend',
      key: 'trend',
      title: t('report.trend'),
      scale: { min: 1, max: 5 },
      times: series.map(({ closedAt }) => dayOf(closedAt)),
      lines: (['safety', 'roti'] as const).map((question) => ({
        label: t(`question.${question}`),
        values: series.map((one) => one[question]?.mean ?? null),
      })),
      tables: tablesAmong(trendTable(context)),
    },
  ];
}
