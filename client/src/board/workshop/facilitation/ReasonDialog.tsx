import type { Refusal } from '@common-ground/workshop';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../app/Dialog.tsx';
import { sentenceOfRefusal } from '../sentenceOfRefusal.ts';
import classes from './FacilitatorBar.module.css';

/** Asks for the reason to go on although something of the step is open; it is kept. */
export function ReasonDialog({
  refusal,
  onGoOn,
  onClose,
}: {
  refusal: Refusal;
  onGoOn: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('workshop.lead.reasonTitle')} size={440} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onGoOn(reason);
        }}
      >
        <p>{sentenceOfRefusal(refusal, t)}</p>
        <Textarea
          label={t('workshop.lead.reason')}
          data-autofocus
          autosize
          minRows={2}
          dir="auto"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('workshop.results.cancel')}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {t('workshop.lead.goOn')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
