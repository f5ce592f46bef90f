import { exhaustive, type BoardId } from '@common-ground/protocol';
import type { Report, ReportBlock } from '@common-ground/templates';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTitle } from '../app/usePageTitle.ts';
import classes from './ReportPage.module.css';
import { ReportTable } from './ReportTable.tsx';

/** A board's report as a page to read, to print, and to save as PDF by the browser. */
export function ReportPage({ boardId, report }: { boardId: BoardId; report: Report }) {
  const { t } = useTranslation();
  usePageTitle(t('report.pageTitle', { title: report.title }));
  return (
    <>
      <nav className={classes.tools} aria-label={t('report.tools')}>
        <Link to={`/b/${boardId}`} className="cg-link">
          {t('report.back')}
        </Link>
        <button type="button" className="cg-button" onClick={() => window.print()}>
          {t('report.print')}
        </button>
      </nav>
      <main className={classes.report}>
        <h1 dir="auto">{report.title}</h1>
        <p className={classes.made}>{t('report.made', { at: report.madeAt })}</p>
        {report.parts.map(({ title, templateId, blocks }) => (
          <section key={`${templateId} ${title}`}>
            <h2 dir="auto">{title}</h2>
            {blocks.map((block, index) => (
              // A report does not change while it is read: its blocks have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <Block key={index} block={block} />
            ))}
          </section>
        ))}
      </main>
    </>
  );
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3 dir="auto">{block.text}</h3>;
    case 'text':
      return (
        <p className={classes.text} dir="auto">
          {block.text}
        </p>
      );
    case 'list':
      return (
        <ul>
          {[...new Set(block.items)].map((item) => (
            <li key={item} className={classes.text} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <ReportTable table={block} />;
    default:
      return exhaustive(block);
  }
}
