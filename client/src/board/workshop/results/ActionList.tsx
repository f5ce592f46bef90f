import { mayEdit as mayRoleEdit } from '@common-ground/protocol';
import type { MechanicView } from '@common-ground/workshop';
import { Button, CloseButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../texts/isolate.ts';
import { TargetMark } from '../../findings/TargetMark.tsx';
import parts from '../parts.module.css';
import { useGive, useWorkshopTools, useWorkshopView } from '../WorkshopContext.tsx';
import { FieldOnBlur } from './FieldOnBlur.tsx';
import { newAction } from './newAction.ts';
import { ShowOnBoard } from './ShowOnBoard.tsx';

type ActionView = MechanicView<'outcomes'>['actions'][number];
type Changes = Partial<Omit<ActionView, 'actionId'>>;

/** The group's actions: what, who, partner, by when, status; each field is kept as soon as it is left. */
export function ActionList() {
  const { t } = useTranslation();
  const view = useWorkshopView();
  const { editor } = useWorkshopTools();
  if (view === null) return null;
  const mayEdit = mayRoleEdit(view.you.role);
  return (
    <section className={parts.section} aria-labelledby="actions-title">
      <h3 id="actions-title">{t('workshop.results.actions')}</h3>
      {view.outcomes.actions.length === 0 && <p className={parts.muted}>{t('workshop.results.none')}</p>}
      <ul className={parts.list}>
        {view.outcomes.actions.map((action) => (
          <li key={action.actionId}>
            <ActionCard action={action} mayEdit={mayEdit} mayRemove={view.you.role === 'facilitator'} />
          </li>
        ))}
      </ul>
      {mayEdit && <NewAction />}
      {mayEdit && editor !== null && view.outcomes.actions.length > 0 && <ShowOnBoard editor={editor} />}
    </section>
  );
}

function ActionCard({
  action,
  mayEdit,
  mayRemove,
}: {
  action: ActionView;
  mayEdit: boolean;
  mayRemove: boolean;
}) {
  const { t } = useTranslation();
  const { partners } = useWorkshopTools();
  const give = useGive();
  const { actionId, what, owner, partnerId, due, status } = action;
  const edit = (changes: Changes) => void give({ type: 'outcomes.editAction', actionId, changes });
  const partnerChoices = [
    { value: '', label: t('workshop.results.noPartner') },
    ...partners.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  const statuses = (['open', 'done', 'dropped'] as const).map((value) => ({
    value,
    label: t(`workshop.results.statuses.${value}`),
  }));
  return (
    <article className={parts.card} aria-label={t('workshop.results.action', { text: isolate(what) })}>
      <div className={parts.row} style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        <FieldOnBlur shown={what} onChange={(text) => (text === '' ? undefined : edit({ what: text }))}>
          {(field) => (
            <Textarea
              {...field}
              label={t('workshop.results.what')}
              autosize
              minRows={1}
              flex={1}
              readOnly={!mayEdit}
              dir="auto"
            />
          )}
        </FieldOnBlur>
        <TargetMark target={{ kind: 'action', actionId }} />
        {mayRemove && (
          <CloseButton
            aria-label={t('workshop.results.removeNamed', { text: isolate(what) })}
            onClick={() => void give({ type: 'outcomes.removeAction', actionId })}
          />
        )}
      </div>
      <div className={parts.fields}>
        <FieldOnBlur shown={owner ?? ''} onChange={(text) => edit({ owner: text === '' ? null : text })}>
          {(field) => (
            <TextInput
              {...field}
              label={t('workshop.results.owner')}
              placeholder={t('workshop.results.noOwner')}
              list="workshop-people"
              readOnly={!mayEdit}
              dir="auto"
            />
          )}
        </FieldOnBlur>
        <NativeSelect
          label={t('workshop.results.partner')}
          value={partnerId ?? ''}
          data={partnerChoices}
          disabled={!mayEdit}
          onChange={(event) =>
            edit({ partnerId: partners.find(({ id }) => id === event.currentTarget.value)?.id ?? null })
          }
        />
        <TextInput
          label={t('workshop.results.due')}
          type="date"
          value={due ?? ''}
          readOnly={!mayEdit}
          onChange={(event) => edit({ due: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={t('workshop.results.status')}
          value={status}
          data={statuses}
          disabled={!mayEdit}
          onChange={(event) => edit({ status: event.currentTarget.value as ActionView['status'] })}
        />
      </div>
    </article>
  );
}

function NewAction() {
  const { t } = useTranslation();
  const give = useGive();
  const [what, setWhat] = useState('');
  return (
    <form
      className={parts.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (what.trim() === '') return;
        void give(newAction(what));
        setWhat('');
      }}
    >
      <TextInput
        label={t('workshop.results.addAction')}
        value={what}
        flex={1}
        dir="auto"
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={what.trim() === ''} style={{ alignSelf: 'end' }}>
        {t('workshop.results.add')}
      </Button>
    </form>
  );
}
