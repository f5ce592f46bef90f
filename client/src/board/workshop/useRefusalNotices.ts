import { useValue } from '@tldraw/tldraw';
import type { BoardNotice } from '../chrome/model.ts';
import type { WorkshopClient } from './link/WorkshopClient.ts';

/** What the workshop refused, in the engine's own words, until it is put away. */
export function useRefusalNotices(client: WorkshopClient): readonly BoardNotice[] {
  return useValue(client.refusals).map(({ id, refusal }) => ({
    id,
    tone: 'warning',
    text: refusal.message,
    action: null,
    onDismiss: () => client.dismissRefusal(id),
  }));
}
