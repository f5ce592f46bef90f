import { computed, react, unsafe__withoutCapture, type Editor } from '@tldraw/tldraw';
import { useEffect, useMemo } from 'react';
import { createCommentsApi } from '../../api/createCommentsApi.ts';
import { useServices } from '../../app/services.tsx';
import type { BoardSession } from '../../session/boardSessions.ts';
import type { BoardConnection } from '../connection/BoardConnection.ts';
import type { BoardInfo } from '../connection/BoardInfo.ts';
import { afterTimeout } from '../workshop/link/after.ts';
import { CommentDesk } from './CommentDesk.ts';
import type { CommentsTools } from './CommentsContext.tsx';

/** The comments' tools for one person on one board, as long as the component lives. */
export function useMakeComments(
  connection: BoardConnection,
  info: BoardInfo,
  { boardId, token }: BoardSession,
  editor: Editor | null,
): CommentsTools {
  const { fetch, store, now } = useServices();
  const { participantId: me, role } = info.you;
  const desk = useMemo(
    () =>
      new CommentDesk({
        api: createCommentsApi(fetch, boardId, token),
        me,
        store,
        storeKey: `common-ground/comments/${boardId}/${me}`,
        now,
        after: afterTimeout,
      }),
    [fetch, boardId, token, me, store, now],
  );
  useEffect(() => {
    const stopListening = connection.listenToComments((news) => desk.receive(news));
    const isOnline = computed('is online', () => connection.state.get().network === 'online');
    const stop = react('comments connect', () => {
      if (isOnline.get()) void unsafe__withoutCapture(() => desk.connected());
    });
    return () => {
      stop();
      stopListening();
      desk.dispose();
    };
  }, [connection, desk]);
  const { participants, partners } = info;
  const authors = useMemo(
    () =>
      new Map(
        [...participants.values()].map(({ id, name, partnerId, removed }) => [
          id,
          { id, name, removed, partner: partners.find((partner) => partner.id === partnerId) ?? null },
        ]),
      ),
    [participants, partners],
  );
  return useMemo(() => ({ desk, me, role, authors, editor }), [desk, me, role, authors, editor]);
}
