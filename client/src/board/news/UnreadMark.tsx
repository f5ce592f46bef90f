import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './UnreadMark.module.css';

/** A dot beside somebody who did something while one was away. */
export function UnreadMark() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('news.unread')}>
      <span className={classes.mark}>
        <VisuallyHidden>{t('news.unread')}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
