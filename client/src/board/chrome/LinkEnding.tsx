import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Warning } from '../workshop/Warning.tsx';
import classes from './ShareDialog.module.css';

/** Replaces or withdraws a link; what that does to people is said before it is done. */
export function LinkEnding({
  onRenew,
  onWithdraw,
  onDone,
}: {
  onRenew: () => Promise<boolean>;
  /** Null for a link that cannot be withdrawn. */
  onWithdraw: (() => Promise<boolean>) | null;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'renew' | 'withdraw' | null>(null);
  if (asked === null) {
    return (
      <div className={classes.row}>
        <Button variant="default" onClick={() => setAsked('renew')}>
          {t('share.renew')}
        </Button>
        {onWithdraw !== null && (
          <Button variant="default" onClick={() => setAsked('withdraw')}>
            {t('share.withdraw')}
          </Button>
        )}
      </div>
    );
  }
  const handleYes = () => {
    const doing = asked === 'renew' ? onRenew() : onWithdraw?.();
    void doing?.then((done) => {
      setAsked(null);
      if (done) onDone();
    });
  };
  return <Question act={asked} onYes={handleYes} onNo={() => setAsked(null)} />;
}

function Question({ act, onYes, onNo }: { act: 'renew' | 'withdraw'; onYes: () => void; onNo: () => void }) {
  const { t } = useTranslation();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <fieldset className={classes.question} aria-label={t(`share.${act}`)}>
      <Warning>{t(`share.${act}Ask`)}</Warning>
      <div className={classes.row}>
        <Button ref={yes} onClick={onYes}>
          {t(`share.${act}Yes`)}
        </Button>
        <Button variant="subtle" onClick={onNo}>
          {t('share.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
