import type { Step, StepMode } from '@common-ground/workshop';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import parts from '../parts.module.css';
import { useGive, useWorkshopView } from '../WorkshopContext.tsx';
import { ModeFields } from './ModeFields.tsx';
import { modeKinds, newMode } from './newMode.ts';
import classes from './RunningAgenda.module.css';

/** Changes a step, or puts a new one behind another. What is refused stays in the form. */
export function StepForm({
  step,
  afterStepKey,
  onClose,
}: {
  /** Null for a new one. */
  step: Step | null;
  afterStepKey: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const view = useWorkshopView();
  const [title, setTitle] = useState(step?.title ?? '');
  const [instruction, setInstruction] = useState(step?.instruction ?? '');
  const [minutes, setMinutes] = useState(String(step?.minutes ?? 5));
  const [mode, setMode] = useState<StepMode>(step?.mode ?? { kind: 'open' });
  const changes = { title, instruction, minutes: Number(minutes), mode };
  const isWhole = title.trim() !== '' && instruction.trim() !== '' && Number(minutes) >= 0 && minutes !== '';
  const save = async () => {
    const answer = await give(
      step === null
        ? { type: 'agenda.insertStep', step: { key: crypto.randomUUID(), ...changes }, afterStepKey }
        : { type: 'agenda.editStep', stepKey: step.key, changes },
    );
    if (answer.ok) onClose();
  };
  const choose = (kind: StepMode['kind']) => setMode(kind === mode.kind ? mode : newMode(kind, view));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void save();
      }}
    >
      <TextInput
        label={t('workshop.agendaEdit.title')}
        dir="auto"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('workshop.agendaEdit.instruction')}
        autosize
        minRows={2}
        dir="auto"
        value={instruction}
        onChange={(event) => setInstruction(event.currentTarget.value)}
      />
      <div className={parts.fields}>
        <TextInput
          label={t('workshop.agendaEdit.minutes')}
          type="number"
          min={0}
          max={480}
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('workshop.agendaEdit.mode')}
          value={mode.kind}
          data={modeKinds.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(event) => choose(event.currentTarget.value as StepMode['kind'])}
        />
      </div>
      <ModeFields mode={mode} onMode={setMode} />
      <div className={parts.row}>
        <Button type="submit" size="xs" variant="default" disabled={!isWhole}>
          {t('workshop.agendaEdit.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('workshop.agendaEdit.cancel')}
        </Button>
      </div>
    </form>
  );
}
