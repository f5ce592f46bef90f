import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardNotice } from './model.ts';
import classes from './Notices.module.css';

/** What the people on the board should know now, one under the other. */
export function Notices({ notices }: { notices: readonly BoardNotice[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.notices} aria-live="polite" aria-label={t('notices.title')}>
      {notices.map(({ id, tone, text, action, onDismiss }) => (
        <div key={id} className={classes.notice} data-tone={tone}>
          {tone === 'info' ? (
            <IconInfoCircle size={18} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
          )}
          <p>{text}</p>
          {action !== null && (
            <Button size="xs" variant="default" onClick={action.onClick}>
              {action.label}
            </Button>
          )}
          {onDismiss !== null && <CloseButton aria-label={t('notices.dismiss')} onClick={onDismiss} />}
        </div>
      ))}
    </section>
  );
}
