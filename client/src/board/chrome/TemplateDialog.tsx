import { templateById, templates, type Template } from '@common-ground/templates';
import type { Partner, Result, TemplateOptions } from '@common-ground/protocol';
import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import { TemplateOptionsField } from '../../templates/TemplateOptionsField.tsx';
import { TemplatePreview } from '../../templates/TemplatePreview.tsx';
import { useOwnTemplates } from '../../templates/useOwnTemplates.ts';
import { OwnTemplateGallery } from '../ownTemplates/OwnTemplateGallery.tsx';
import { SaveTemplateForm } from '../ownTemplates/SaveTemplateForm.tsx';
import { templateSources, type TemplateBoard } from '../ownTemplates/templateSources.ts';
import classes from './TemplateDialog.module.css';

/** Lays out the chosen template; the dialog closes on success and says why on failure. */
export type LaunchTemplate = (
  templateId: string,
  options: TemplateOptions,
) => Promise<Result<unknown, ApiError>>;

/** Choose a template, then its options, and add it to the board. */
export function TemplateDialog({
  partners,
  session,
  board,
  onLaunch,
  onClose,
}: {
  partners: readonly Partner[];
  session: BoardSession;
  /** What templates can be made from; null until the canvas is there. */
  board: TemplateBoard | null;
  onLaunch: LaunchTemplate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const sources = board === null ? [] : templateSources(board);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { offered, reload } = useOwnTemplates();
  const own = offered.find(({ saved }) => saved.id === chosenId);
  const template = own?.template ?? (chosenId === null ? null : templateById(chosenId));
  if (isSaving) {
    const handleSaved = () => {
      setSaving(false);
      reload();
    };
    return (
      <Dialog onClose={onClose} size={560} title={t('ownTemplates.saveTitle')}>
        <SaveTemplateForm
          session={session}
          sources={sources}
          onSaved={handleSaved}
          onCancel={() => setSaving(false)}
        />
      </Dialog>
    );
  }
  return (
    <Dialog onClose={onClose} size={860} title={template?.name ?? t('templates.add')}>
      <p className={classes.lead}>{t('templates.lead')}</p>
      {template === null ? (
        <>
          <ul className={classes.gallery}>
            {templates.map((offered) => (
              <li key={offered.id}>
                <button type="button" className={classes.card} onClick={() => setChosenId(offered.id)}>
                  <TemplatePreview template={offered} partners={partners} options={noOptions} />
                  <span className={classes.name}>{offered.name}</span>
                  <span className={classes.purpose}>{offered.purpose}</span>
                </button>
              </li>
            ))}
          </ul>
          <OwnTemplateGallery
            session={session}
            partners={partners}
            offered={offered}
            onChoose={setChosenId}
            onChanged={reload}
          />
          {sources.length > 0 && (
            <Button variant="default" mt={12} onClick={() => setSaving(true)}>
              {t('ownTemplates.save')}
            </Button>
          )}
        </>
      ) : (
        <Chosen
          template={template}
          partners={partners}
          onBack={() => setChosenId(null)}
          onLaunch={onLaunch}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

const noOptions: TemplateOptions = {};

function Chosen({
  template,
  partners,
  onBack,
  onLaunch,
  onClose,
}: {
  template: Template;
  partners: readonly Partner[];
  onBack: () => void;
  onLaunch: LaunchTemplate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [options, setOptions] = useState<TemplateOptions>(noOptions);
  const [launching, setLaunching] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  const launch = async () => {
    setLaunching(true);
    setFailure(null);
    const launched = await onLaunch(template.id, options);
    setLaunching(false);
    if (launched.ok) onClose();
    else setFailure(launched.error);
  };

  return (
    <div className={classes.chosen}>
      <TemplatePreview
        template={template}
        partners={partners}
        options={options}
        className={classes.preview ?? ''}
      />
      <div className={classes.about}>
        <TemplateOptionsField template={template} value={options} onChange={setOptions} />
        <dl className={classes.when}>
          <dt>{t('templates.whenToUse')}</dt>
          <dd>{template.whenToUse}</dd>
          <dt>{t('templates.whenNot')}</dt>
          <dd>{template.whenNot}</dd>
        </dl>
        <FormFailure error={failure} />
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
            onClick={onBack}
          >
            {t('templates.back')}
          </Button>
          <Button data-autofocus loading={launching} onClick={() => void launch()}>
            {t('templates.launch')}
          </Button>
        </div>
      </div>
    </div>
  );
}
