import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './BoardSkeleton.module.css';

const slowAfterMs = 4000;

/** The board's outline while it is being fetched. Says that it is still coming when that takes long. */
export function BoardSkeleton() {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className={classes.board}>
      <div className={classes.bar} aria-hidden="true">
        <span className={classes.block} style={{ width: 32 }} />
        <span className={classes.block} style={{ width: 220 }} />
        <span className={classes.space} />
        <span className={classes.block} style={{ width: 96 }} />
        <span className={classes.block} style={{ width: 88 }} />
      </div>
      <div className={classes.canvas}>
        <div className={classes.frames} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
        <output className={classes.text}>
          {t('app.openingBoard')}
          {slow && <small>{t('app.openingBoardLong')}</small>}
        </output>
        <div className={classes.progress} aria-hidden="true" />
      </div>
    </div>
  );
}
