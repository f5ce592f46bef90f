import { mayEdit as mayRoleEdit } from '@common-ground/protocol';
import { Button, CloseButton, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import parts from '../parts.module.css';
import { useGive, useWorkshopView } from '../WorkshopContext.tsx';
import { FieldOnBlur } from './FieldOnBlur.tsx';

/** What the group decided, in its own words. */
export function DecisionList() {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const give = useGive();
  if (view === null) return null;
  const { decisions, followUpOn } = view.outcomes;
  const mayEdit = mayRoleEdit(view.you.role);
  return (
    <section className={parts.section} aria-labelledby="decisions-title">
      <h3 id="decisions-title">{t('workshop.results.decisions')}</h3>
      {decisions.length === 0 && <p className={parts.muted}>{t('workshop.results.none')}</p>}
      <ul className={parts.list}>
        {decisions.map(({ decisionId, text }) => (
          <li key={decisionId} className={parts.row} style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
            <FieldOnBlur
              shown={text}
              onChange={(next) =>
                next === '' ? undefined : void give({ type: 'outcomes.editDecision', decisionId, text: next })
              }
            >
              {(field) => (
                <Textarea
                  {...field}
                  aria-label={t('workshop.results.decision')}
                  autosize
                  minRows={1}
                  flex={1}
                  readOnly={!mayEdit}
                  dir="auto"
                />
              )}
            </FieldOnBlur>
            {view.you.role === 'facilitator' && (
              <CloseButton
                aria-label={t('workshop.results.removeNamed', { text: isolate(text) })}
                onClick={() => void give({ type: 'outcomes.removeDecision', decisionId })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <NewDecision />}
      <TextInput
        label={t('workshop.results.followUp')}
        type="date"
        value={followUpOn ?? ''}
        readOnly={!mayEdit}
        onChange={(event) =>
          void give({ type: 'outcomes.setFollowUp', day: event.currentTarget.value || null })
        }
      />
    </section>
  );
}

function NewDecision() {
  const { t } = useTranslation();
  const give = useGive();
  const [text, setText] = useState('');
  return (
    <form
      className={parts.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        void give({ type: 'outcomes.addDecision', text });
        setText('');
      }}
    >
      <TextInput
        label={t('workshop.results.addDecision')}
        value={text}
        flex={1}
        dir="auto"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={text.trim() === ''} style={{ alignSelf: 'end' }}>
        {t('workshop.results.add')}
      </Button>
    </form>
  );
}
