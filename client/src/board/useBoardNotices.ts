import { useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/ApiError.ts';
import { problemOf } from '../errors/Problem.ts';
import { sentenceOf } from '../errors/problemPages.ts';
import type { BoardCanvasModel } from './canvas/BoardCanvasModel.ts';
import type { BoardNotice } from './chrome/model.ts';
import type { BoardConnection } from './connection/BoardConnection.ts';

/** What the person on the board should know now: things that cannot be shown, an image that was not added. */
export function useBoardNotices(
  connection: BoardConnection,
  model: BoardCanvasModel,
  imageError: ApiError | null,
  onImageErrorDismiss: () => void,
): readonly BoardNotice[] {
  const { t } = useTranslation();
  const faultCount = useValue('fault count', () => model.faults.get().size, [model]);
  const takenAway = useValue(model.texts.takenAway.list);
  const putBack = useValue(connection.editsPutBack);
  const [putBackSeen, setPutBackSeen] = useState(0);
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
  if (imageError !== null) {
    const text = sentenceOf(problemOf(imageError), t);
    notices.push({ id: 'image', tone: 'error', text, action: null, onDismiss: onImageErrorDismiss });
  }
  return notices;
}
