import { useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../texts/isolate.ts';
import type { BoardNotice } from '../chrome/model.ts';
import { useComments } from './CommentsContext.tsx';
import { useShowThread } from './useShowThread.ts';

/** Tells somebody that they were mentioned in comments they have not seen, now or while they were away. */
export function useMentionNotices(): readonly BoardNotice[] {
  const { t } = useTranslation();
  const { desk, authors } = useComments();
  const showThread = useShowThread();
  const views = useValue(desk.views) ?? [];
  const open = useValue(desk.open);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const news = views.flatMap(({ thread, mention }) => {
    const isOpen = open?.kind === 'thread' && open.threadId === thread.id;
    return mention === null || isOpen || dismissed.has(mention.id) ? [] : [{ thread, mention }];
  });
  const [first] = news;
  if (first === undefined) return [];
  const name = isolate(authors.get(first.mention.by)?.name ?? t('comments.somebody'));
  const text =
    news.length === 1
      ? t('comments.mentioned', { name })
      : t('comments.mentionedOften', { count: news.length });
  return [
    {
      id: 'mentioned',
      tone: 'info',
      text,
      action: { label: t('comments.show'), onClick: () => showThread(first.thread) },
      onDismiss: () => setDismissed(new Set([...dismissed, ...news.map(({ mention }) => mention.id)])),
    },
  ];
}
