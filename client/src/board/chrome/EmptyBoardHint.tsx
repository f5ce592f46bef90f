import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './EmptyBoardHint.module.css';

/** How to begin, on the canvas of an empty board; what is not a button lets the pointer through to the canvas. */
export function EmptyBoardHint({ onAddTemplate }: { onAddTemplate: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.hint}>
      <p className={classes.title}>{t('hints.emptyTitle')}</p>
      <p className={classes.write}>{t('hints.emptyWrite')}</p>
      {onAddTemplate !== null && (
        <>
          <p className={classes.or}>{t('hints.emptyOr')}</p>
          <Button variant="default" className={classes.button ?? ''} onClick={onAddTemplate}>
            {t('hints.emptyTemplate')}
          </Button>
        </>
      )}
    </div>
  );
}
