import { mayFacilitate, type Role } from '@common-ground/protocol';
import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { useApi } from '../../api/useApi.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import { AddressRow } from './AddressRow.tsx';
import classes from './Informed.module.css';
import { WebhookSection } from './WebhookSection.tsx';

/** How somebody hears of the board while they are away: a feed, a calendar, and for facilitators webhooks. */
export function InformedDialog({
  session,
  role,
  onClose,
}: {
  session: BoardSession;
  role: Role;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('informed.title')} size={600} onClose={onClose}>
      <p className={classes.lead}>{t('informed.lead')}</p>
      <Addresses session={session} />
      {mayFacilitate(role) && <WebhookSection session={session} />}
    </Dialog>
  );
}

function Addresses({ session: { boardId, token } }: { session: BoardSession }) {
  const { t } = useTranslation();
  const api = useApi();
  const [addresses, setAddresses] = useState<{ feed: string; calendar: string } | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  useEffect(() => {
    let wanted = true;
    void api.feeds(boardId, token).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setAddresses(answer.value);
      else setFailure(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [api, boardId, token]);

  if (failure !== null) return <FormFailure error={failure} />;
  if (addresses === null) return <Skeleton h={180} mt={12} />;
  return (
    <>
      <AddressRow
        title={t('informed.feed')}
        hint={t('informed.feedHint')}
        address={addresses.feed}
        label={t('informed.feedAddress')}
      />
      <AddressRow
        title={t('informed.calendar')}
        hint={t('informed.calendarHint')}
        address={addresses.calendar}
        label={t('informed.calendarAddress')}
      />
      <p className={classes.note}>{t('informed.own')}</p>
    </>
  );
}
