import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './AgendaList.module.css';
import type { AgendaStep, AgendaView } from './model.ts';

/** The agendas of the templates on the board, step by step. */
export function AgendaList({
  agendas,
  onAddTemplate,
}: {
  agendas: readonly AgendaView[];
  onAddTemplate: (() => void) | null;
}) {
  const { t } = useTranslation();
  if (agendas.length === 0) {
    return (
      <div className={classes.empty}>
        <p>{t('panel.agendaEmpty')}</p>
        {onAddTemplate !== null && (
          <Button variant="default" onClick={onAddTemplate}>
            {t('board.menuTemplate')}
          </Button>
        )}
      </div>
    );
  }
  return agendas.map((agenda) => (
    <section
      key={agenda.templateId}
      className={classes.agenda}
      aria-label={t('panel.agendaOf', { name: agenda.templateName })}
    >
      <h2 className={classes.heading}>
        {agenda.templateName}
        <span className={classes.total}>{t('panel.agendaTotal', { minutes: sumOfMinutes(agenda) })}</span>
      </h2>
      <ol className={classes.steps}>
        {agenda.steps.map((step) => (
          <Step key={step.key} step={step} />
        ))}
      </ol>
    </section>
  ));
}

function Step({ step }: { step: AgendaStep }) {
  const { t } = useTranslation();
  return (
    <li className={classes.step}>
      <h3>{step.title}</h3>
      <p className={classes.facts}>
        {t('panel.minutes', { minutes: step.minutes })} · {t(`modes.${step.mode}`)}
      </p>
      <p className={classes.instruction}>{step.instruction}</p>
    </li>
  );
}

function sumOfMinutes(agenda: AgendaView): number {
  return agenda.steps.reduce((sum, step) => sum + step.minutes, 0);
}
