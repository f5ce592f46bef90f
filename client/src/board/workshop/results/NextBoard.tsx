import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ApiError } from '../../../api/ApiError.ts';
import { useApi } from '../../../api/useApi.ts';
import { FormFailure } from '../../../app/FormFailure.tsx';
import { useServices } from '../../../app/services.tsx';
import { followOn } from '../../../create/followOn.ts';
import type { BoardSession } from '../../../session/boardSessions.ts';
import parts from '../parts.module.css';
import { useWorkshopView } from '../WorkshopContext.tsx';

/** For facilitators, once a workshop was led: the next one on a new board, with what is still open. */
export function NextBoard({ session, title }: { session: BoardSession; title: string }) {
  const { t } = useTranslation();
  const { store, now } = useServices();
  const api = useApi();
  const navigate = useNavigate();
  const view = useWorkshopView();
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  if (view === null || view.you.role !== 'facilitator' || view.agenda.phase !== 'ended') return null;
  // What came along from the board before has not been led here.
  if (view.agenda.isCarried === true) return null;
  const handleClick = async () => {
    setMaking(true);
    const made = await followOn({ api, store, now }, session, title);
    setMaking(false);
    if (made.ok) void navigate(`/b/${made.value}`);
    else setFailure(made.error);
  };
  return (
    <section className={parts.section}>
      <Button variant="default" loading={isMaking} onClick={() => void handleClick()}>
        {t('workshop.results.next')}
      </Button>
      <p className={parts.muted}>{t('workshop.results.nextHint')}</p>
      <FormFailure error={failure} />
    </section>
  );
}
