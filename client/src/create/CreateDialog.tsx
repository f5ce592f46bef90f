import { templateById } from '@common-ground/templates';
import '../app/formStyles.ts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../app/Dialog.tsx';
import { CreateForm } from './CreateForm.tsx';

/** Everything a new board needs, in one dialog; with a template or, for null, blank. */
export function CreateDialog({ templateId, onClose }: { templateId: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const template = templateId === null ? null : templateById(templateId);
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
