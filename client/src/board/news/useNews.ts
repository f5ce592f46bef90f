import { useValue, type Editor } from '@tldraw/tldraw';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NewsApi } from '../../api/createHistoryApi.ts';
import { useServices } from '../../app/services.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import type { ChangeItem } from '../changes/ChangeItem.ts';
import { flyTo } from '../changes/flyTo.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { liveRecords } from '../history/useLiveRecords.ts';
import { NewsModel, type BoardNews } from './NewsModel.ts';

/** What is new, and where somebody is on their way through it. */
export interface NewsWalk {
  readonly news: BoardNews;
  /** Place in the items; null before the walk. */
  readonly at: number | null;
  /** Whether what the walk stands at is still on the canvas. */
  readonly isThere: boolean;
  readonly go: (at: number) => void;
  readonly markSeen: () => void;
  /** Puts it away for this visit. */
  readonly later: () => void;
}

/** What others did since this person was last here; null when there is nothing to show of it. */
export function useNews(
  { boardId }: BoardSession,
  connection: BoardConnection,
  api: NewsApi,
  live: Editor | null,
): { readonly walk: NewsWalk | null; readonly news: BoardNews | null } {
  const { store, now } = useServices();
  const participantId = useValue('participant', () => connection.info.get()?.you.participantId ?? null, [
    connection,
  ]);
  const model = useMemo(
    () =>
      participantId === null
        ? null
        : new NewsModel({
            api,
            store,
            key: { boardId, participantId },
            now,
            serverNow: () => connection.workshop.serverNow() || now(),
          }),
    [api, store, boardId, participantId, now, connection],
  );
  useLoad(model, connection, live);
  const news = useValue('news', () => model?.news.get() ?? null, [model]);
  const [at, setAt] = useState<number | null>(null);
  const [isLater, setLater] = useState(false);
  const [isThere, setThere] = useState(true);
  const go = useCallback(
    (to: number) => {
      setAt(to);
      const item: ChangeItem | undefined = news?.items[to];
      if (live === null || item === undefined) return;
      setThere(item.shapeId === null || flyTo(live, item.shapeId));
    },
    [live, news],
  );
  if (news === null || model === null || isLater) return { walk: null, news };
  const markSeen = () => model.markSeen();
  return { walk: { news, at, isThere, go, markSeen, later: () => setLater(true) }, news };
}

/** Once the server's state of the board and of its workshop has arrived: a copy from before would hide what is new. */
function useLoad(model: NewsModel | null, { state, workshop }: BoardConnection, live: Editor | null): void {
  const hasArrived = useValue(
    'board has arrived',
    () => state.get().network === 'online' && workshop.view.get() !== null,
    [state, workshop],
  );
  useEffect(() => {
    if (!hasArrived || live === null) return;
    void model?.load(() => ({
      records: liveRecords(live),
      decisions: workshop.view.get()?.outcomes.decisions ?? [],
    }));
  }, [model, hasArrived, live, workshop]);
}
