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
  const notices: BoardNotice[] = [];
  if (faultCount > 0) {
    const text = t('notices.faults', { count: faultCount });
    notices.push({ id: 'faults', tone: 'warning', text, action: null, onDismiss: null });
  }
  if (imageError !== null) {
    const text = sentenceOf(problemOf(imageError), t);
    notices.push({ id: 'image', tone: 'error', text, action: null, onDismiss: onImageErrorDismiss });
  }
  return notices;
}
