import { useValue } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/ApiError.ts';
import { problemOf } from '../errors/Problem.ts';
import { sentenceOf } from '../errors/problemPages.ts';
import type { BoardCanvasModel } from './canvas/BoardCanvasModel.ts';
import type { BoardNotice } from './chrome/model.ts';

/** What the person on the board should know now: things that cannot be shown, an image that was not added. */
export function useBoardNotices(
  model: BoardCanvasModel,
  imageError: ApiError | null,
  onImageErrorDismiss: () => void,
): readonly BoardNotice[] {
  const { t } = useTranslation();
  const faultCount = useValue('fault count', () => model.faults.get().size, [model]);
  const takenAway = useValue(model.texts.takenAway.list);
  const notices: BoardNotice[] = [];
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
