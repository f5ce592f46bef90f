import { limits } from '@common-ground/protocol';
import type { Template } from '@common-ground/templates';
import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ApiError } from '../api/ApiError.ts';
import { useApi } from '../api/useApi.ts';
import { FormFailure } from '../app/FormFailure.tsx';
import { useServices } from '../app/services.tsx';
import { justCreated } from '../board/justCreated.ts';
import { isSameName } from '../partners/isSameName.ts';
import { readLastPerson } from '../session/lastPerson.ts';
import { TemplateOptionsField } from '../templates/TemplateOptionsField.tsx';
import { TemplatePreview } from '../templates/TemplatePreview.tsx';
import classes from './CreateForm.module.css';
import { createAndJoin } from './createAndJoin.ts';
import { addPartners, isPartnerCountFine, type DraftPartner } from './partnerList.ts';
import { PartnersField } from './PartnersField.tsx';

/** Title, partners, the template's options, and who creates it; a picture shows what it will look like. */
export function CreateForm({ template }: { template: Template | null }) {
  const { t } = useTranslation();
  const nameInput = useRef<HTMLInputElement>(null);
  const form = useCreateForm(template);
  const { partners } = form;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.submit(() => nameInput.current?.focus());
  };

  return (
    <form onSubmit={handleSubmit} noValidate className={classes.form}>
      <Stack gap={20}>
        <TextInput
          label={t('create.boardTitle')}
          value={form.title}
          maxLength={limits.maxTitleLength}
          data-autofocus
          autoComplete="off"
          dir="auto"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => form.setTitle(event.currentTarget.value)}
        />
        <PartnersField
          partners={partners}
          draft={form.draft}
          hint={t(template === null ? 'create.partnersHint' : 'create.partnersHintLanes', {
            max: limits.maxPartners,
          })}
          error={form.tried && !isPartnerCountFine(partners.length) ? t('create.partnersOne') : null}
          onChange={form.setPartners}
          onDraft={form.setDraft}
        />
        {template !== null && (
          <TemplateOptionsField template={template} value={form.options} onChange={form.setOptions} />
        )}
        <div className={classes.you}>
          <TextInput
            ref={nameInput}
            label={t('create.you')}
            placeholder={t('create.youPlaceholder')}
            value={form.name}
            maxLength={limits.maxNameLength}
            autoComplete="name"
            dir="auto"
            error={form.tried && form.name.trim() === '' ? t('join.nameMissing') : null}
            onChange={(event) => form.setName(event.currentTarget.value)}
          />
          {partners.length > 0 && (
            <NativeSelect
              label={t('create.youFrom')}
              value={form.partnerName}
              data={[
                { value: '', label: t('create.youFromNone') },
                ...partners.map(({ name }) => ({ value: name, label: name })),
              ]}
              onChange={(event) => form.setPartnerName(event.currentTarget.value)}
            />
          )}
        </div>
        <FormFailure error={form.failure} />
        <Button type="submit" size="md" loading={form.creating}>
          {t('create.submit')}
        </Button>
      </Stack>
      {template !== null && (
        <aside className={classes.aside}>
          <TemplatePreview
            template={template}
            partners={partners}
            options={form.options}
            className={classes.preview ?? ''}
          />
          <p>{template.whenToUse}</p>
        </aside>
      )}
    </form>
  );
}

function useCreateForm(template: Template | null) {
  const { t } = useTranslation();
  const { store, now } = useServices();
  const api = useApi();
  const navigate = useNavigate();
  const [last] = useState(() => readLastPerson(store));
  const defaultTitle = template?.name ?? t('create.defaultTitle');
  const [title, setTitle] = useState(defaultTitle);
  const [partners, setPartners] = useState<readonly DraftPartner[]>([]);
  const [draft, setDraft] = useState('');
  const [options, setOptions] = useState<Record<string, string>>({});
  const [name, setName] = useState(last.name);
  /** Null until somebody chooses: then the partner this person was with last, if it takes part. */
  const [chosenPartner, setPartnerName] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [creating, setCreating] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const own = partners.find((partner) => isSameName(partner.name, chosenPartner ?? last.partnerName ?? ''));

  const create = async () => {
    setCreating(true);
    setFailure(null);
    const board = {
      title: title.trim() || defaultTitle,
      partners,
      ...(template === null ? {} : { templateId: template.id, templateOptions: options }),
    };
    const created = await createAndJoin({ api, store, now }, board, {
      name: name.trim(),
      partner: own ?? null,
    });
    if (created.ok) {
      void navigate(`/b/${created.value}`, { state: justCreated });
      return;
    }
    setCreating(false);
    setFailure(created.error);
  };

  const submit = (askForName: () => void) => {
    setTried(true);
    // A name that was typed and not confirmed is meant all the same; it shows as a chip before anything is sent.
    if (draft.trim() !== '') {
      setPartners(addPartners(partners, draft).partners);
      setDraft('');
    } else if (name.trim() === '') {
      askForName();
    } else if (isPartnerCountFine(partners.length)) {
      void create();
    }
  };

  return {
    title,
    setTitle,
    partners,
    setPartners,
    draft,
    setDraft,
    options,
    setOptions,
    name,
    setName,
    partnerName: own?.name ?? '',
    setPartnerName,
    tried,
    creating,
    failure,
    submit,
  };
}
