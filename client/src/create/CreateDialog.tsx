import { templateById } from '@common-ground/templates';
import '../app/formStyles.ts';
import { useTranslation } from 'react-i18next';
import type { OfferedTemplate } from '../templates/useOwnTemplates.ts';
import { Dialog } from '../app/Dialog.tsx';
import { CreateForm } from './CreateForm.tsx';

/** Everything a new board needs, in one dialog; with a template or, for null, blank. */
export function CreateDialog({
  templateId,
  offered,
  onClose,
}: {
  templateId: string | null;
  /** What an own template is. */
  offered?: OfferedTemplate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const template = offered?.template ?? (templateId === null ? null : templateById(templateId));
  return (
    <Dialog
      onClose={onClose}
      size={template === null ? 560 : 920}
      title={template === null ? t('create.title') : t('create.titleWith', { name: template.name })}
    >
      <CreateForm template={template} />
    </Dialog>
  );
}
