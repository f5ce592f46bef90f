import { useValue, type Editor } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCanvasModel } from './canvas/BoardCanvasModel.ts';
import type { BoardNotice } from './chrome/model.ts';
import type { BoardConnection } from './connection/BoardConnection.ts';
import { useImageNotices } from './useImageNotices.ts';

/** What the person on the board should know now: things that cannot be shown, images on their way. */
export function useBoardNotices(
  connection: BoardConnection,
  model: BoardCanvasModel,
  editor: Editor | null,
): readonly BoardNotice[] {
  const { t } = useTranslation();
  const faultCount = useValue('fault count', () => model.faults.get().size, [model]);
  const takenAway = useValue(model.texts.takenAway.list);
  const putBack = useValue(connection.editsPutBack);
  const [putBackSeen, setPutBackSeen] = useState(0);
  const isOnline = useValue('is online', () => connection.state.get().network === 'online', [connection]);
  const imageNotices = useImageNotices(model.uploads, editor, isOnline);
  const notices: BoardNotice[] = [];
  if (putBack > putBackSeen) {
    const text = t('notices.putBack');
    notices.push({
      id: 'put-back',
      tone: 'info',
      text,
      action: null,
      onDismiss: () => setPutBackSeen(putBack),
    });
  }
  if (faultCount > 0) {
    const text = t('notices.faults', { count: faultCount });
    notices.push({ id: 'faults', tone: 'warning', text, action: null, onDismiss: null });
  }
  for (const { id } of takenAway) {
    notices.push({
      id: `taken-away-${id}`,
      tone: 'warning',
      text: t('notices.takenAway'),
      action: { label: t('notices.takenAwayBack'), onClick: () => model.texts.takenAway.bringBack(id) },
      onDismiss: () => model.texts.takenAway.letGo(id),
    });
  }
  return [...notices, ...imageNotices];
}
