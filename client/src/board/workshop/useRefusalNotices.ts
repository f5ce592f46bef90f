import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import type { BoardNotice } from '../chrome/model.ts';
import type { WorkshopClient } from './link/WorkshopClient.ts';
import { sentenceOfRefusal } from './sentenceOfRefusal.ts';

/** What the workshop refused, until it is put away. */
export function useRefusalNotices(client: WorkshopClient): readonly BoardNotice[] {
  const { t } = useTranslation();
  return useValue(client.refusals).map(({ id, refusal }) => ({
    id,
    tone: 'warning',
    text: sentenceOfRefusal(refusal, t),
    action: null,
    onDismiss: () => client.dismissRefusal(id),
  }));
}
