import type { WorkshopView } from '@common-ground/workshop';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../app/Dialog.tsx';
import { Warning } from '../Warning.tsx';
import { useGive } from '../WorkshopContext.tsx';
import classes from './FacilitatorBar.module.css';

/** Asks before the workshop ends; where notes were never revealed, says that they are deleted. */
export function EndDialog({
  view,
  stepKey,
  onClose,
}: {
  view: WorkshopView;
  stepKey: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const [reason, setReason] = useState('');
  const hasDrafts = view.drafts.steps.some(({ writerCount }) => writerCount > 0);
  const isOpen = view.restatements.open.length > 0;
  const end = async () => {
    const answer = await give({
      type: 'agenda.end',
      expectedStepKey: stepKey,
      reason: reason.trim() || null,
      discardDrafts: hasDrafts,
    });
    if (answer.ok) onClose();
  };
  return (
    <Dialog title={t('workshop.lead.endTitle')} size={440} onClose={onClose}>
      <div className={classes.form}>
        <p>{t('workshop.lead.endHint')}</p>
        {hasDrafts && <Warning>{t('workshop.lead.discard')}</Warning>}
        {isOpen && (
          <Textarea
            label={t('workshop.lead.reason')}
            autosize
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('workshop.results.cancel')}
          </Button>
          <Button data-autofocus disabled={isOpen && reason.trim() === ''} onClick={() => void end()}>
            {t(hasDrafts ? 'workshop.lead.endDiscard' : 'workshop.lead.end')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
