import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reloadPage } from '../app/reloadPage.ts';
import type { Problem } from './Problem.ts';
import { ProblemLayout } from './ProblemLayout.tsx';
import { problemPageOf, sentenceOf } from './problemPages.ts';

/** A whole page for a {@link Problem}: what happened, and the button to press. */
export function ProblemPage({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const { t } = useTranslation();
  const { title, action } = problemPageOf(problem);
  const home = t('problems.actions.home');
  return (
    <ProblemLayout
      title={t(`problems.titles.${title}`)}
      sentence={sentenceOf(problem, t)}
      actions={
        action === 'home' ? (
          <Link to="/" className="cg-button">
            {home}
          </Link>
        ) : (
          <>
            <button type="button" className="cg-button" onClick={action === 'reload' ? reloadPage : onRetry}>
              {t(`problems.actions.${action}`)}
            </button>
            <Link to="/">{home}</Link>
          </>
        )
      }
    />
  );
}
