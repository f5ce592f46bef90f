import { limits, type Snapshot } from '@common-ground/protocol';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import type { HistoryModel } from './HistoryModel.ts';
import classes from './HistoryPanel.module.css';

/** Asks for the name of a moment, or of the board as it is now. */
export function NameDialog({
  snapshot,
  model,
  onClose,
}: {
  /** Null to keep the board as it is now. */
  snapshot: Snapshot | null;
  model: HistoryModel;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(snapshot?.name ?? '');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || isBusy) return;
    setBusy(true);
    const named = await (snapshot === null ? model.take(name) : model.name(snapshot.id, name));
    setBusy(false);
    if (named.ok) onClose();
    else setError(named.error);
  };
  return (
    <Dialog
      title={t(snapshot === null ? 'history.takeTitle' : 'history.nameTitle')}
      size={440}
      onClose={onClose}
    >
      <form className={classes.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextInput
          label={t('history.nameLabel')}
          description={t('history.nameHint')}
          data-autofocus
          dir="auto"
          autoComplete="off"
          maxLength={limits.maxTitleLength}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FormFailure error={error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('history.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
            {t('history.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
