import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './Wordmark.module.css';

/** The name of the product with its mark, leading to the home page. */
export function Wordmark() {
  const { t } = useTranslation();
  return (
    <Link to="/" className={classes.wordmark}>
      <Mark />
      <span>{t('app.name')}</span>
    </Link>
  );
}

/** Two circles and the ground they share. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <circle cx="12" cy="16" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="20" cy="16" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M16 8.5a8.5 8.5 0 0 1 0 15a8.5 8.5 0 0 1 0-15z" className={classes.shared} />
    </svg>
  );
}
