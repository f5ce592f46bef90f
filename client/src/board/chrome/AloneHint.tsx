import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './AloneHint.module.css';

/** An invitation to invite, for somebody who is alone on the board. */
export function AloneHint({ onShare, onDismiss }: { onShare: () => void; onDismiss: () => void }) {
  const { t } = useTranslation();
  return (
    <aside className={classes.hint} aria-label={t('hints.aloneTitle')}>
      <div className={classes.text}>
        <strong>{t('hints.aloneTitle')}</strong>
        <span>{t('hints.alone')}</span>
      </div>
      <Button size="sm" variant="light" onClick={onShare}>
        {t('hints.aloneShare')}
      </Button>
      <CloseButton aria-label={t('hints.dismiss')} onClick={onDismiss} />
    </aside>
  );
}
