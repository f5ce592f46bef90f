import type { Step, WorkshopView } from '@common-ground/workshop';
import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import listClasses from '../../chrome/AgendaList.module.css';
import { useStepMove } from '../facilitation/useStepMove.tsx';
import { useGive, useWorkshopView } from '../WorkshopContext.tsx';
import { StepForm } from './StepForm.tsx';
import classes from './RunningAgenda.module.css';

/** Which step is open in a form: changed, or a new one behind it. */
type Editing = { readonly stepKey: string; readonly isNew: boolean } | null;

/** The agenda that is going on, with the group's place in it; facilitators jump in it and change it. */
export function RunningAgenda() {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const [editing, setEditing] = useState<Editing>(null);
  if (view === null || view.agenda.phase === 'idle') return null;
  const { steps, title } = view.agenda;
  const currentKey = view.agenda.phase === 'running' ? view.agenda.currentKey : null;
  const mayEdit = view.you.role === 'facilitator' && currentKey !== null;
  return (
    <section aria-label={t('workshop.agendaEdit.running')}>
      <h2 className={listClasses.heading} dir="auto">
        {title}
        <span className={listClasses.total}>
          {t('panel.agendaTotal', { minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) })}
        </span>
      </h2>
      <ol className={listClasses.steps}>
        {steps.map((step, index) => (
          <li
            key={step.key}
            className={`${listClasses.step} ${classes.step}`}
            aria-current={step.key === currentKey ? 'step' : undefined}
          >
            {editing?.stepKey === step.key && !editing.isNew ? (
              <StepForm step={step} afterStepKey={null} onClose={() => setEditing(null)} />
            ) : (
              <StepLine view={view} index={index} mayEdit={mayEdit} onEdit={setEditing} />
            )}
            {editing?.stepKey === step.key && editing.isNew && (
              <StepForm step={null} afterStepKey={step.key} onClose={() => setEditing(null)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLine({
  view,
  index,
  mayEdit,
  onEdit,
}: {
  view: WorkshopView;
  index: number;
  mayEdit: boolean;
  onEdit: (editing: Editing) => void;
}) {
  const { t } = useTranslation();
  const { move, dialog } = useStepMove();
  const { agenda } = view;
  const step = agenda.phase === 'idle' ? undefined : agenda.steps[index];
  if (step === undefined) return null;
  const currentKey = agenda.phase === 'running' ? agenda.currentKey : null;
  const isCurrent = step.key === currentKey;
  return (
    <>
      <div className={classes.line}>
        <h3 dir="auto">{step.title}</h3>
        {mayEdit && <StepMenu view={view} index={index} onEdit={onEdit} />}
      </div>
      <p className={listClasses.facts}>
        {isCurrent && <b className={classes.here}>{t('workshop.agendaEdit.current')} · </b>}
        {t('panel.minutes', { minutes: step.minutes })} · {t(`modes.${step.mode.kind}`)}
      </p>
      <p className={listClasses.instruction} dir="auto">
        {step.instruction}
      </p>
      {mayEdit && !isCurrent && currentKey !== null && (
        <button
          type="button"
          className="cg-link"
          aria-label={t('workshop.agendaEdit.goToNamed', { title: isolate(step.title) })}
          onClick={() =>
            move((reason) => ({
              type: 'agenda.jump',
              expectedStepKey: currentKey,
              toStepKey: step.key,
              reason,
              startTimer: true,
            }))
          }
        >
          {t('workshop.agendaEdit.goTo')}
        </button>
      )}
      {dialog}
    </>
  );
}

function StepMenu({
  view,
  index,
  onEdit,
}: {
  view: WorkshopView;
  index: number;
  onEdit: (editing: Editing) => void;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const steps: readonly Step[] = view.agenda.phase === 'idle' ? [] : view.agenda.steps;
  const step = steps[index];
  if (step === undefined) return null;
  const { key: stepKey } = step;
  const moveAfter = (afterStepKey: string | null) =>
    void give({ type: 'agenda.moveStep', stepKey, afterStepKey });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button
          type="button"
          className="cg-icon-button"
          aria-label={t('workshop.agendaEdit.moreNamed', { title: isolate(step.title) })}
        >
          <IconDots size={18} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} stroke={1.6} />}
          onClick={() => onEdit({ stepKey, isNew: false })}
        >
          {t('workshop.agendaEdit.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={16} stroke={1.6} />}
          onClick={() => onEdit({ stepKey, isNew: true })}
        >
          {t('workshop.agendaEdit.insertAfter')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={16} stroke={1.6} />}
          disabled={index === 0}
          onClick={() => moveAfter(steps[index - 2]?.key ?? null)}
        >
          {t('workshop.agendaEdit.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} stroke={1.6} />}
          disabled={index === steps.length - 1}
          onClick={() => moveAfter(steps[index + 1]?.key ?? null)}
        >
          {t('workshop.agendaEdit.moveDown')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => void give({ type: 'agenda.removeStep', stepKey })}
        >
          {t('workshop.agendaEdit.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
