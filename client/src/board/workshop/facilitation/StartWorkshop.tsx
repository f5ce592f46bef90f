import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaView } from '../../chrome/model.ts';
import { useGive, useWorkshopView } from '../WorkshopContext.tsx';
import classes from './FacilitatorBar.module.css';

/** Starts a workshop from the agenda of a template on the board, the newest first. */
export function StartWorkshop({ agendas }: { agendas: readonly AgendaView[] }) {
  const { t } = useTranslation();
  const give = useGive();
  const view = useWorkshopView();
  const [chosen, setChosen] = useState(0);
  const agenda = agendas[chosen] ?? agendas[0];
  if (agenda === undefined) return <p className={classes.hint}>{t('workshop.lead.noAgenda')}</p>;
  const isAgain = view?.agenda.phase === 'ended' && view.agenda.isCarried !== true;
  return (
    <>
      {isAgain && <strong>{t('workshop.ended')}</strong>}
      <p className={classes.hint}>{t('workshop.lead.startHint')}</p>
      {agendas.length > 1 && (
        <NativeSelect
          label={t('workshop.lead.which')}
          value={String(chosen)}
          data={agendas.map(({ templateName }, index) => ({ value: String(index), label: templateName }))}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      )}
      <Button
        fullWidth
        variant={isAgain ? 'default' : 'filled'}
        onClick={() =>
          void give({
            type: 'agenda.start',
            title: agenda.templateName,
            templateId: agenda.templateId,
            steps: [...agenda.agenda],
          })
        }
      >
        {t(isAgain ? 'workshop.lead.startAgain' : 'workshop.lead.start')}
      </Button>
    </>
  );
}
