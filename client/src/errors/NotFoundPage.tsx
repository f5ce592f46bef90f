import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemLayout } from './ProblemLayout.tsx';

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <ProblemLayout
      title={t('problems.titles.notFound')}
      sentence={t('problems.notFound')}
      actions={
        <Link to="/" className="cg-button">
          {t('problems.actions.home')}
        </Link>
      }
    />
  );
}
