import {
  boardReport,
  renderCsv,
  renderJson,
  renderMarkdown,
  tablesOf,
  type Report,
} from '@common-ground/templates';
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import classes from './ReportButtons.module.css';
import { saveFile } from './saveFile.ts';
import { readBoardState, type BoardStateSources } from './useBoardState.ts';

/**
 * Takes the board's report along as a file, complete enough for somebody who was absent. The board is read when a button is
 * pressed: what the rules last read may lack what was signed a moment ago.
 */
export function ReportButtons({ sources }: { sources: BoardStateSources }) {
  const { t, i18n } = useTranslation();
  const { pathname } = useLocation();
  const save = (suffix: string, type: string, render: (report: Report) => string) => {
    const state = readBoardState(sources);
    saveFile(`${state.title}.${suffix}`, type, render(boardReport(state, { language: i18n.language })));
  };
  const handleTables = () => {
    const state = readBoardState(sources);
    for (const [at, table] of tablesOf(boardReport(state, { language: i18n.language })).entries()) {
      saveFile(`${state.title} ${at + 1}.csv`, 'text/csv', renderCsv(table));
    }
  };
  const icon = <IconDownload size={16} stroke={1.6} aria-hidden="true" />;
  return (
    <section className={classes.report} aria-label={t('findings.report')}>
      <h3>{t('findings.report')}</h3>
      <div className={classes.buttons}>
        <Button
          size="xs"
          component={Link}
          to={`${pathname}/report`}
          target="_blank"
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden="true" />}
        >
          {t('report.print')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={icon}
          onClick={() => save('md', 'text/markdown', renderMarkdown)}
        >
          {t('findings.markdown')}
        </Button>
        <Button size="xs" variant="default" leftSection={icon} onClick={handleTables}>
          {t('findings.csv')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={icon}
          onClick={() => save('json', 'application/json', renderJson)}
        >
          {t('findings.json')}
        </Button>
      </div>
    </section>
  );
}
