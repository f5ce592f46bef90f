import { useValue, type Editor } from '@tldraw/tldraw';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NewsApi } from '../../api/createHistoryApi.ts';
import { useServices } from '../../app/services.tsx';
import type { ChangeItem } from '../changes/ChangeItem.ts';
import { flyTo } from '../changes/flyTo.ts';
import type { CommentsTools } from '../comments/CommentsContext.tsx';
import { goToThread, showThread } from '../comments/showThread.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import { liveRecords } from '../history/useLiveRecords.ts';
import { NewsModel, type BoardNews } from './NewsModel.ts';
import { unreadComments } from './unreadComments.ts';

/** What is new, and where somebody is on their way through it. */
export interface NewsWalk {
  readonly news: BoardNews;
  /** Place in the items; null before the walk. */
  readonly at: number | null;
  /** Whether what the walk stands at is still there. */
  readonly isThere: boolean;
  readonly go: (at: number) => void;
  readonly markSeen: () => void;
  /** Puts it away for this visit. */
  readonly later: () => void;
}

/** What others did since this person was last here; null when there is nothing to show of it. */
export function useNews(
  connection: BoardConnection,
  api: NewsApi,
  comments: CommentsTools,
): { readonly walk: NewsWalk | null; readonly news: BoardNews | null } {
  const { now } = useServices();
  const { desk, editor: live, me: participantId } = comments;
  const model = useMemo(
    () =>
      new NewsModel({
        api,
        participantId,
        now,
        serverNow: () => connection.workshop.serverNow() || now(),
      }),
    [api, participantId, now, connection],
  );
  useArrival(model, connection, comments);
  const news = useValue(model.news);
  const [at, setAt] = useState<number | null>(null);
  const [isLater, setLater] = useState(false);
  const [isThere, setThere] = useState(true);
  const go = useCallback(
    (to: number) => {
      setAt(to);
      desk.open.set(null);
      const item = news?.items[to];
      if (live !== null && item !== undefined) setThere(goTo(item, live, comments));
    },
    [live, news, desk, comments],
  );
  if (news === null || isLater) return { walk: null, news };
  const markSeen = () => {
    const read = new Set(news.items.map(({ threadId }) => threadId));
    desk.see((desk.views.get() ?? []).map(({ thread }) => thread).filter(({ id }) => read.has(id)));
    model.markSeen();
  };
  return { walk: { news, at, isThere, go, markSeen, later: () => setLater(true) }, news };
}

/** Shows what it tells of; false when that is not there any more. */
function goTo({ shapeId, threadId }: ChangeItem, editor: Editor, { desk }: CommentsTools): boolean {
  if (shapeId !== null) return flyTo(editor, shapeId);
  if (threadId === undefined) return true;
  const view = desk.views.get()?.find(({ thread }) => thread.id === threadId);
  if (view === undefined) return false;
  // On a phone a conversation would cover what leads on; its words stand in there, too.
  if (matchMedia('(max-width: 48em)').matches) goToThread(editor, view.thread);
  else showThread(desk, editor, view.thread);
  return true;
}

/** Once the server's state of the board, its workshop and its comments has arrived: a copy from before would hide what is new. */
function useArrival(
  model: NewsModel,
  { state, workshop }: BoardConnection,
  { authors, desk, editor }: CommentsTools,
): void {
  const hasArrived = useValue(
    'board has arrived',
    () => state.get().network === 'online' && workshop.view.get() !== null && desk.isListed.get(),
    [state, workshop, desk],
  );
  useEffect(() => {
    if (!hasArrived || editor === null) return;
    void model.arrive(() => ({
      records: liveRecords(editor),
      decisions: workshop.view.get()?.outcomes.decisions ?? [],
      comments: unreadComments(desk.views.get() ?? [], authors),
    }));
    // People who join or change their names are no arrival.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [model, hasArrived, editor, workshop, desk]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void model.check();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [model]);
}
