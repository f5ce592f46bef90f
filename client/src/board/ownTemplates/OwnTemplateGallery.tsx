import type { CommandId, Partner } from '@common-ground/protocol';
import { ownTemplateFile, parseOwnTemplateFile, type OwnTemplateFault } from '@common-ground/templates';
import { Button } from '@mantine/core';
import { IconDownload, IconTrash, IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { useApi } from '../../api/useApi.ts';
import { FileField } from '../../app/FileField.tsx';
import { FormFailure } from '../../app/FormFailure.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import { TemplatePreview } from '../../templates/TemplatePreview.tsx';
import type { OfferedTemplate } from '../../templates/useOwnTemplates.ts';
import { isolate } from '../../texts/isolate.ts';
import dialogClasses from '../chrome/TemplateDialog.module.css';
import { saveFile } from '../findings/saveFile.ts';
import classes from './OwnTemplates.module.css';

/** The templates of this server: choose one, take one along as a file, bring one, delete one that was saved from here. */
export function OwnTemplateGallery({
  session,
  partners,
  offered,
  onChoose,
  onChanged,
}: {
  session: BoardSession;
  partners: readonly Partner[];
  offered: readonly OfferedTemplate[];
  onChoose: (templateId: string) => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const { boardId, token } = session;
  const [failure, setFailure] = useState<ApiError | null>(null);
  const mine = useDeletable(session, offered);
  const handleRemove = async (id: string) => {
    const answer = await api.removeTemplate(boardId, token, id);
    if (answer.ok) onChanged();
    else setFailure(answer.error);
  };
  return (
    <section aria-labelledby="own-templates" className={classes.own}>
      <h3 id="own-templates">{t('ownTemplates.title')}</h3>
      <ul className={dialogClasses.gallery}>
        {offered.map((one) => (
          <li key={one.saved.id}>
            <OwnCard
              offered={one}
              partners={partners}
              onChoose={() => onChoose(one.saved.id)}
              onRemove={mine.has(one.saved.id) ? () => void handleRemove(one.saved.id) : null}
            />
          </li>
        ))}
      </ul>
      <FormFailure error={failure} />
      <ImportButton session={session} onImported={onChanged} onFailure={setFailure} />
    </section>
  );
}

/** The ids of the templates that were saved from this board. */
function useDeletable(
  { boardId, token }: BoardSession,
  offered: readonly OfferedTemplate[],
): ReadonlySet<string> {
  const api = useApi();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (offered.length === 0) return;
    void api.boardTemplates(boardId, token).then((answer) => {
      if (answer.ok) setIds(new Set(answer.value.templateIds));
    });
  }, [api, boardId, token, offered]);
  return ids;
}

function OwnCard({
  offered: { saved, template },
  partners,
  onChoose,
  onRemove,
}: {
  offered: OfferedTemplate;
  partners: readonly Partner[];
  onChoose: () => void;
  /** Null where it was saved from another board. */
  onRemove: (() => void) | null;
}) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const named = { name: isolate(template.name) };
  return (
    <div className={classes.card}>
      <button type="button" className={dialogClasses.card} onClick={onChoose}>
        <TemplatePreview template={template} partners={partners} options={saved.template.options} />
        <span className={dialogClasses.name} dir="auto">
          {template.name}
        </span>
        <span className={dialogClasses.purpose} dir="auto">
          {template.purpose} {t('ownTemplates.by', { name: isolate(saved.addedBy) })}
        </span>
      </button>
      <div className={classes.tools}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          aria-label={t('ownTemplates.exportNamed', named)}
          onClick={() =>
            saveFile(`${template.name}.template.json`, 'application/json', ownTemplateFile(saved.template))
          }
        >
          {t('ownTemplates.export')}
        </Button>
        {onRemove !== null && (
          <Button
            size="xs"
            variant="subtle"
            color={isSure ? 'red' : 'gray'}
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden="true" />}
            aria-label={t('ownTemplates.removeNamed', named)}
            onClick={() => (isSure ? onRemove() : setSure(true))}
          >
            {t('ownTemplates.remove')}
          </Button>
        )}
      </div>
      {isSure && <p className={classes.lead}>{t('ownTemplates.removeSure')}</p>}
    </div>
  );
}

function ImportButton({
  session: { boardId, token },
  onImported,
  onFailure,
}: {
  session: BoardSession;
  onImported: () => void;
  onFailure: (error: ApiError) => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly OwnTemplateFault[]>([]);
  const bring = async (file: File) => {
    const parsed = parseOwnTemplateFile(await file.text());
    setFaults(parsed.ok ? [] : parsed.error);
    if (!parsed.ok) return;
    const commandId = crypto.randomUUID() as CommandId;
    const answer = await api.saveTemplate(boardId, token, { commandId, template: parsed.value });
    if (answer.ok) onImported();
    else onFailure(answer.error);
  };
  return (
    <>
      <FileField
        field={input}
        accept=".json,application/json"
        label={t('ownTemplates.import')}
        onFile={(file) => void bring(file)}
      />
      <Button
        variant="default"
        className={classes.import ?? ''}
        leftSection={<IconUpload size={16} stroke={1.6} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {t('ownTemplates.import')}
      </Button>
      {faults.length > 0 && (
        <div role="alert" className={classes.faults}>
          <strong>{t('ownTemplates.refused')}</strong>
          <ul>
            {faults.map(({ message, path }) => (
              <li key={path}>{path === '' ? message : t('ownTemplates.fault', { path, message })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
