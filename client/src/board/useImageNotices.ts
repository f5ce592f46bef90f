import { useValue, type Editor } from '@tldraw/tldraw';
import type { TFunction } from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/ApiError.ts';
import { problemOf } from '../errors/Problem.ts';
import { sentenceOf } from '../errors/problemPages.ts';
import { removeImages } from './canvas/imageAssets.ts';
import type { ImageUpload, ImageUploads } from './canvas/ImageUploads.ts';
import type { BoardNotice } from './chrome/model.ts';

/** How far images are on their way to the server, and which did not get there and what can be done. */
export function useImageNotices(
  uploads: ImageUploads,
  editor: Editor | null,
  isOnline: boolean,
): readonly BoardNotice[] {
  const { t } = useTranslation();
  const list = useValue(uploads.list);
  useEffect(() => {
    // What the network kept from going out goes out by itself once it is back.
    if (isOnline) uploads.retry('network');
  }, [uploads, isOnline]);
  useStayingHere(list.length > 0);
  if (editor === null) return [];
  const giveUp = (kind: ImageUpload['state']['kind']) => removeImages(editor, uploads.giveUp(kind));
  const failed = failedNotice(list, t, {
    onRetry: () => uploads.retry(),
    onRemove: () => giveUp('failed'),
  });
  const sending = sendingNotice(list, t, () => giveUp('sending'));
  return [sending, failed].filter((notice) => notice !== null);
}

/** An image that is not on the server is nowhere but in this page: the browser asks before it is closed. */
function useStayingHere(hasUploads: boolean): void {
  useEffect(() => {
    if (!hasUploads) return undefined;
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', handleLeave);
    return () => window.removeEventListener('beforeunload', handleLeave);
  }, [hasUploads]);
}

function sendingNotice(list: readonly ImageUpload[], t: TFunction, onCancel: () => void): BoardNotice | null {
  const parts = list.flatMap(({ name, state }) => (state.kind === 'sending' ? [{ name, ...state }] : []));
  const [first] = parts;
  if (first === undefined) return null;
  const progress = parts.reduce((total, { sentPart }) => total + sentPart, 0) / parts.length;
  return {
    id: 'images-sending',
    tone: 'info',
    text: t('notices.imagesSending', { count: parts.length, name: first.name || t('notices.image') }),
    progress,
    action: null,
    onDismiss: onCancel,
    dismissLabel: t('notices.imagesCancel'),
  };
}

function failedNotice(
  list: readonly ImageUpload[],
  t: TFunction,
  { onRetry, onRemove }: { onRetry: () => void; onRemove: () => void },
): BoardNotice | null {
  const failures = list.flatMap(({ name, state }) => (state.kind === 'failed' ? [{ name, ...state }] : []));
  const [first] = failures;
  if (first === undefined) return null;
  const what = t('notices.imagesFailed', { count: failures.length, name: first.name || t('notices.image') });
  return {
    id: 'images-failed',
    tone: 'error',
    text: `${what} ${reasonOf(first.error, t)}`,
    action: { label: t('notices.imagesRetry'), onClick: onRetry },
    onDismiss: onRemove,
    dismissLabel: t('notices.imagesRemove'),
  };
}

function reasonOf(error: ApiError, t: TFunction): string {
  return error.kind === 'network' ? t('notices.imagesOffline') : sentenceOf(problemOf(error), t);
}
