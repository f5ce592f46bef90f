import { limits, type Snapshot } from '@common-ground/protocol';
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ApiError } from '../../api/ApiError.ts';
import { useApi } from '../../api/useApi.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import { useServices } from '../../app/services.tsx';
import { joinCreated } from '../../create/joinCreated.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { justCreated } from '../justCreated.ts';
import type { HistoryModel } from './HistoryModel.ts';
import classes from './HistoryPanel.module.css';

/** Makes a new board that begins as this one was, and goes there. */
export function NewBoardDialog({
  snapshot,
  model,
  info,
  onClose,
}: {
  snapshot: Snapshot;
  model: HistoryModel;
  info: BoardInfo;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { store, now } = useServices();
  const navigate = useNavigate();
  const [title, setTitle] = useState(() => (snapshot.name ?? info.title).slice(0, limits.maxTitleLength));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '' || isBusy) return;
    setBusy(true);
    const created = await model.createBoard(snapshot.id, title);
    const joined = created.ok
      ? await joinCreated({ api, store, now }, created.value, { title, templateIds: [] }, personOf(info))
      : created;
    setBusy(false);
    if (joined.ok) void navigate(`/b/${joined.value}`, { state: justCreated });
    else setError(joined.error);
  };
  return (
    <Dialog title={t('history.newBoardTitle')} size={440} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextInput
          label={t('create.boardTitle')}
          description={t('history.newBoardHint')}
          data-autofocus
          dir="auto"
          autoComplete="off"
          maxLength={limits.maxTitleLength}
          value={title}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <FormFailure error={error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('history.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={title.trim() === ''}>
            {t('create.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Whoever makes the new board is on it as who they are here. */
function personOf({ you, participants, partners }: BoardInfo) {
  const person = participants.get(you.participantId);
  const partner = partners.find(({ id }) => id === person?.partnerId);
  return { name: person?.name ?? '', partner: partner ?? null };
}
