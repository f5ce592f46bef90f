import { useEffect, useState } from 'react';
import { ok } from '@common-ground/protocol';
import { useApi } from '../../api/useApi.ts';
import { useServices } from '../../app/services.tsx';
import type { Problem } from '../../errors/Problem.ts';
import type { BoardSession } from '../../session/boardSessions.ts';
import { admit } from '../../session/joinBoard.ts';
import { endsAccess } from '../offline/endsAccess.ts';
import { forgetKeptWriting } from '../offline/keptWriting.ts';
import { OfflineCopy } from '../offline/OfflineCopy.ts';
import { BoardConnection } from './BoardConnection.ts';
import type { FirstTicket } from './FirstTicket.ts';

/** A connection of this session, as long as the component lives, and the session as the server last accepted it. */
export function useBoardConnection(
  session: BoardSession,
  firstTicket: FirstTicket,
  onProblem: (problem: Problem) => void,
): { readonly connection: BoardConnection | null; readonly session: BoardSession } {
  const api = useApi();
  const { store } = useServices();
  const [connection, setConnection] = useState<BoardConnection | null>(null);
  const [accepted, setAccepted] = useState(session);

  useEffect(() => {
    let current = session;
    const opened = new BoardConnection({
      syncUrl: syncUrl(window.location),
      boardId: session.boardId,
      onProblem: (problem) => {
        if (endsAccess(problem)) forgetKeptWriting(store, session.boardId, session.participantId);
        onProblem(problem);
      },
      copy: (doc) => new OfflineCopy(session.boardId, session.participantId, doc),
      ticket: async () => {
        const admission = await (firstTicket.take() ?? admit({ api, store }, current));
        if (!admission.ok) return admission;
        if (admission.value.session !== current) {
          current = admission.value.session;
          setAccepted(current);
        }
        return ok({ ticket: admission.value.ticket });
      },
    });
    setConnection(opened);
    return () => {
      setConnection(null);
      opened.dispose();
    };
  }, [api, store, session, firstTicket, onProblem]);

  return { connection, session: accepted };
}

function syncUrl({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/sync`;
}
