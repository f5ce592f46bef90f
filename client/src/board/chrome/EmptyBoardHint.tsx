import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './EmptyBoardHint.module.css';

/** How to begin, on the canvas of an empty board; what is not a button lets the pointer through to the canvas. */
export function EmptyBoardHint({
  onAddTemplate,
}: {
  /** Null when this person may not. */
  onAddTemplate: (() => void) | null;
}) {
  const { t } = useTranslation();
  const isTouch = useMediaQuery('(hover: none)');
  return (
    <div className={classes.hint}>
      <p className={classes.title}>{t('hints.emptyTitle')}</p>
      <p className={classes.write}>{t(isTouch ? 'hints.emptyWriteTouch' : 'hints.emptyWrite')}</p>
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
