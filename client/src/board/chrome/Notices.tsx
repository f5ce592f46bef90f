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
      {notices.map(({ id, tone, text, progress, action, onDismiss, dismissLabel }) => (
        <div key={id} className={classes.notice} data-tone={tone}>
          {tone === 'info' ? (
            <IconInfoCircle size={18} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
          )}
          <p>
            {text}
            {progress !== undefined && <Progress label={text} part={progress} />}
          </p>
          {action !== null && (
            <Button size="xs" variant="default" onClick={action.onClick}>
              {action.label}
            </Button>
          )}
          {onDismiss !== null && (
            <CloseButton
              aria-label={dismissLabel ?? t('notices.dismiss')}
              title={dismissLabel}
              onClick={onDismiss}
            />
          )}
        </div>
      ))}
    </section>
  );
}

/** Silent for screen readers unless they ask: every percent read out would be in the way. */
function Progress({ label, part }: { label: string; part: number }) {
  const { i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(part);
  return (
    <span className={classes.progress} aria-live="off">
      <progress value={part} aria-label={label} />
      <span aria-hidden="true">{percent}</span>
    </span>
  );
}
