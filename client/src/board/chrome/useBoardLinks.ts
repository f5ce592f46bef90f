import { mayFacilitate, type BoardLinks, type Result, type Role } from '@common-ground/protocol';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/ApiError.ts';
import { useApi } from '../../api/useApi.ts';
import { problemOf } from '../../errors/Problem.ts';
import { sentenceOf } from '../../errors/problemPages.ts';
import type { BoardSession } from '../../session/boardSessions.ts';
import type { LinksState } from './ShareDialog.tsx';

/** What the server answered, and to which attempt. */
interface Fetched {
  readonly attempt: number;
  readonly answer: Result<BoardLinks, ApiError>;
}

/** The links to show somebody of this role: all from the server for a facilitator, else the one they came by. */
export function useBoardLinks(session: BoardSession, role: Role): LinksState {
  const { t } = useTranslation();
  const api = useApi();
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { boardId, token, secret } = session;
  const wantsAll = mayFacilitate(role);

  useEffect(() => {
    if (!wantsAll) return undefined;
    let wanted = true;
    void api.links(boardId, token).then((answer) => {
      if (wanted) setFetched({ attempt, answer });
    });
    return () => {
      wanted = false;
    };
  }, [api, boardId, token, wantsAll, attempt]);

  if (!wantsAll) {
    return { kind: 'own', role: session.role, link: `${window.location.origin}/b/${boardId}#${secret}` };
  }
  if (fetched?.attempt !== attempt) return { kind: 'loading' };
  const { answer } = fetched;
  if (answer.ok) return { kind: 'all', links: answer.value };
  const sentence = sentenceOf(problemOf(answer.error), t);
  return { kind: 'failed', sentence, onRetry: () => setAttempt(attempt + 1) };
}
