import { ownTemplateLimits, type OwnTemplate } from '@common-ground/templates';
import { limits, type CommandId } from '@common-ground/protocol';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { useApi } from '../../api/useApi.ts';
import { FormFailure } from '../../app/FormFailure.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import classes from './OwnTemplates.module.css';
import type { TemplateSource } from './templateSources.ts';

/** Saves a template of the board, as it was changed, for everybody on this server. */
export function SaveTemplateForm({
  session: { boardId, token },
  sources,
  onSaved,
  onCancel,
}: {
  session: BoardSession;
  /** At least one. */
  sources: readonly TemplateSource[];
  onSaved: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const [at, setAt] = useState(0);
  const source = sources[at] ?? sources[0];
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState(source?.purpose ?? '');
  const [commandId] = useState(() => crypto.randomUUID() as CommandId);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const sketch = useMemo(() => source?.make('…', '') ?? null, [source]);
  const isWhole = source !== undefined && name.trim() !== '';

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    const answer = await api.saveTemplate(boardId, token, {
      commandId,
      template: source.make(name, purpose),
    });
    if (answer.ok) onSaved();
    else setFailure(answer.error);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void handleSubmit(event)}>
      <p className={classes.lead}>{t('ownTemplates.saveLead')}</p>
      {sources.length > 1 && (
        <NativeSelect
          label={t('ownTemplates.which')}
          value={String(at)}
          data={sources.map((one, index) => ({ value: String(index), label: one.name }))}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
      )}
      <TextInput
        label={t('ownTemplates.name')}
        value={name}
        maxLength={limits.maxNameLength}
        data-autofocus
        dir="auto"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('ownTemplates.purpose')}
        value={purpose}
        maxLength={ownTemplateLimits.maxPurposeLength}
        dir="auto"
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      {sketch !== null && <Changes own={sketch} />}
      <FormFailure error={failure} />
      <div className={classes.tools}>
        <Button type="submit" disabled={!isWhole}>
          {t('ownTemplates.submit')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('templates.back')}
        </Button>
      </div>
    </form>
  );
}

/** What of the board goes into the template, in numbers. */
function Changes({ own }: { own: OwnTemplate }) {
  const { t } = useTranslation();
  const minutes = own.steps.reduce((sum, step) => sum + step.minutes, 0);
  const counts = [
    ['ownTemplates.sections', own.sections.length],
    ['ownTemplates.removed', own.removedSections.length],
    ['ownTemplates.added', own.addedSections.length],
  ] as const;
  return (
    <ul className={classes.changes}>
      <li>{t('ownTemplates.steps', { count: own.steps.length, minutes })}</li>
      {counts.map(([key, count]) => (count === 0 ? null : <li key={key}>{t(key, { count })}</li>))}
    </ul>
  );
}
