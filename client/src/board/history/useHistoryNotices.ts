import { mayFacilitate, type Snapshot } from '@common-ground/protocol';
import { useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../texts/formatMoment.ts';
import { isolate } from '../../texts/isolate.ts';
import type { BoardNotice } from '../chrome/model.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import type { HistoryModel } from './HistoryModel.ts';

/** What a person should know of the board's past: that much was removed, that somebody went back, and how to undo it. */
export function useHistoryNotices(
  model: HistoryModel,
  info: BoardInfo,
  serverTime: () => number,
): readonly BoardNotice[] {
  const { t, i18n } = useTranslation();
  const list = useValue(model.list);
  const restored = useValue(model.restored);
  const [openedAt] = useState(serverTime);
  const [seenIds, setSeenIds] = useState<readonly string[]>([]);
  const isNews = ({ id, at }: Snapshot) => at > openedAt && !seenIds.includes(id);
  const see = ({ id }: Snapshot) => setSeenIds((before) => [...before, id]);
  const nameOf = ({ by }: Snapshot) =>
    isolate((by === null ? undefined : info.participants.get(by)?.name) ?? t('history.somebody'));
  const [latest] = list.kind === 'ready' ? list.snapshots.filter(({ reason }) => isTold(reason)) : [];
  const notices: BoardNotice[] = [];

  if (restored !== null) {
    const when = formatMoment(restored.to.at, serverTime(), i18n.language);
    notices.push({
      id: `restored-${restored.before.id}`,
      tone: 'info',
      text: t('history.restored', { when }),
      action: { label: t('history.takeBack'), onClick: () => void model.restore(restored.before) },
      onDismiss: () => model.restored.set(null),
    });
  }
  if (latest === undefined || !isNews(latest)) return notices;
  if (latest.reason === 'deletion') {
    const isFacilitator = mayFacilitate(info.you.role);
    const bringBack = () => {
      see(latest);
      void model.restore(latest);
    };
    const key = latest.by === info.you.participantId ? 'history.deletedByYou' : 'history.deleted';
    notices.push({
      id: `deleted-${latest.id}`,
      tone: 'warning',
      text: `${t(key, { name: nameOf(latest) })}${isFacilitator ? '' : ` ${t('history.askFacilitator')}`}`,
      action: isFacilitator ? { label: t('history.bringBack'), onClick: bringBack } : null,
      onDismiss: () => see(latest),
    });
  } else if (latest.by !== info.you.participantId) {
    notices.push({
      id: `gone-back-${latest.id}`,
      tone: 'info',
      text: t('history.goneBack', { name: nameOf(latest) }),
      action: null,
      onDismiss: () => see(latest),
    });
  }
  return notices;
}

function isTold(reason: Snapshot['reason']): boolean {
  return reason === 'deletion' || reason === 'restore';
}
