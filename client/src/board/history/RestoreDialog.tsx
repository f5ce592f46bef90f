import { compareBoards } from '@common-ground/board';
import type { Snapshot } from '@common-ground/protocol';
import { Button, Loader } from '@mantine/core';
import type { Editor } from '@tldraw/tldraw';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import { formatMoment } from '../../texts/formatMoment.ts';
import { changeItems, countKinds } from '../changes/ChangeItem.ts';
import type { HistoryModel } from './HistoryModel.ts';
import classes from './HistoryPanel.module.css';
import { liveRecords } from './useLiveRecords.ts';

/** What a restore will do, in figures, before it is done. */
export function RestoreDialog({
  snapshot,
  model,
  live,
  now,
  onClose,
}: {
  snapshot: Snapshot;
  model: HistoryModel;
  live: Editor | null;
  now: number;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { effects, error: openError } = useEffects(snapshot, model, live);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const handleRestore = async () => {
    setBusy(true);
    const restored = await model.restore(snapshot);
    setBusy(false);
    if (restored.ok) onClose();
    else setError(restored.error);
  };
  return (
    <Dialog
      title={t('history.restoreTitle', { when: formatMoment(snapshot.at, now, i18n.language) })}
      size={480}
      onClose={onClose}
    >
      <div className={classes.form}>
        {effects === null && openError === null && <Loader size={20} />}
        {effects !== null && <Effects effects={effects} />}
        <p>{t('history.restoreHint')}</p>
        <FormFailure error={error ?? openError} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('history.cancel')}
          </Button>
          <Button data-autofocus loading={isBusy} onClick={() => void handleRestore()}>
            {t('history.restoreYes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type Effects = ReturnType<typeof countKinds>;

function Effects({ effects }: { effects: Effects }) {
  const { t } = useTranslation();
  const told = [
    effects.added > 0 && t('history.effects.back', { count: effects.added }),
    effects.removed > 0 && t('history.effects.away', { count: effects.removed }),
    effects.changed + effects.moved > 0 &&
      t('history.effects.changed', { count: effects.changed + effects.moved }),
  ].filter((line) => line !== false);
  if (told.length === 0) return <p>{t('history.effects.none')}</p>;
  return (
    <ul>
      {told.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useEffects(snapshot: Snapshot, model: HistoryModel, live: Editor | null) {
  const [effects, setEffects] = useState<Effects | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    let isWanted = true;
    void model.open(snapshot.id).then((content) => {
      if (!isWanted || live === null) return;
      if (content.ok)
        setEffects(countKinds(changeItems(compareBoards(liveRecords(live), content.value), [])));
      else setError(content.error);
    });
    return () => {
      isWanted = false;
    };
  }, [snapshot.id, model, live]);
  return { effects, error };
}
