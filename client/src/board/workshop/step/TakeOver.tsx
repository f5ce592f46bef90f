import type { WorkshopView } from '@common-ground/workshop';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useGive } from '../WorkshopContext.tsx';
import { useServerNow } from './useServerNow.ts';

/** That no facilitator is here, and the way to lead when they have been away for a while. */
export function TakeOver({ view }: { view: WorkshopView }) {
  const { t } = useTranslation();
  const give = useGive();
  const from = view.people.canTakeOverAt;
  const now = useServerNow(from);
  return (
    <div className={parts.row}>
      <p className={parts.muted}>{t('workshop.noFacilitator')}</p>
      {from !== null && now >= from && (
        <Button size="xs" variant="default" onClick={() => void give({ type: 'people.takeOver' })}>
          {t('workshop.takeOver')}
        </Button>
      )}
    </div>
  );
}
