import { useTranslation } from 'react-i18next';
import { reloadPage } from '../app/reloadPage.ts';
import { ProblemLayout } from './ProblemLayout.tsx';
import classes from './ProblemLayout.module.css';

/** The page in place of one that threw; `details` is for whoever looks into it. */
export function CrashPage({ details }: { details: string }) {
  const { t } = useTranslation();
  return (
    <ProblemLayout
      title={t('problems.titles.crash')}
      sentence={t('problems.crash')}
      actions={
        <>
          <button type="button" className="cg-button" onClick={reloadPage}>
            {t('problems.actions.reload')}
          </button>
          {/* A whole load, since what threw may throw again in this one. */}
          <a href="/">{t('problems.actions.home')}</a>
        </>
      }
    >
      <details className={classes.details}>
        <summary>{t('problems.details')}</summary>
        <pre>{details}</pre>
      </details>
    </ProblemLayout>
  );
}
