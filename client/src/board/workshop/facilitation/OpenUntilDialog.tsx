import type { WorkshopView } from '@common-ground/workshop';
import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../app/Dialog.tsx';
import parts from '../parts.module.css';
import { useGive } from '../WorkshopContext.tsx';

type RunningAgenda = Extract<WorkshopView['agenda'], { phase: 'running' }>;

/** Time that most groups give themselves to come by in their own time. */
const aWeekMs = 7 * 86_400_000;

/** Asks until when the step is open to people who come in their own time. */
export function OpenUntilDialog({ agenda, onClose }: { agenda: RunningAgenda; onClose: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const [value, setValue] = useState(() => toField(agenda.openUntil ?? Date.now() + aWeekMs));
  const chosen = new Date(value).getTime();

  const set = async (until: number | null) => {
    const answer = await give({ type: 'agenda.openUntil', expectedStepKey: agenda.currentKey, until });
    if (answer.ok) onClose();
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void set(chosen);
  };

  return (
    <Dialog title={t('workshop.openUntil.title')} size={440} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <p className={parts.muted}>{t('workshop.openUntil.hint')}</p>
        {isAnonymous(agenda) && <p className={parts.muted}>{t('workshop.openUntil.hintUnseen')}</p>}
        <TextInput
          type="datetime-local"
          label={t('workshop.openUntil.label')}
          value={value}
          required
          data-autofocus
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Group mt={16} gap={8}>
          <Button type="submit" disabled={Number.isNaN(chosen)}>
            {t('workshop.openUntil.submit')}
          </Button>
          {agenda.openUntil !== null && (
            <Button variant="default" onClick={() => void set(null)}>
              {t('workshop.openUntil.clear')}
            </Button>
          )}
        </Group>
      </form>
    </Dialog>
  );
}

/** Whether the present step is written in unseen, and shown without names. */
function isAnonymous({ currentKey, steps }: RunningAgenda): boolean {
  const mode = steps.find(({ key }) => key === currentKey)?.mode;
  return mode?.kind === 'private' && mode.reveal === 'anonymous';
}

/** A moment as the browser's own field for date and time takes it: this place's time, to the minute. */
function toField(ms: number): string {
  const here = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}
