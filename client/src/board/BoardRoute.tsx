import '../app/formStyles.ts';
import { parseBoardId, type BoardId } from '@common-ground/protocol';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { reloadPage } from '../app/reloadPage.ts';
import { useApi } from '../api/useApi.ts';
import { useServices } from '../app/services.tsx';
import type { Problem } from '../errors/Problem.ts';
import { ProblemPage } from '../errors/ProblemPage.tsx';
import { readBoardSession } from '../session/boardSessions.ts';
import { admit } from '../session/joinBoard.ts';
import { secretOfFragment, withoutFragment } from '../session/linkSecret.ts';
import { updateRecentBoard } from '../session/recentBoards.ts';
import { BoardSkeleton } from './chrome/BoardSkeleton.tsx';
import { FirstTicket } from './connection/FirstTicket.ts';
import { isJustCreated } from './justCreated.ts';

const JoinPage = lazy(async () => ({ default: (await import('../join/JoinPage.tsx')).JoinPage }));
const BoardPage = lazy(async () => ({ default: (await import('./BoardPage.tsx')).BoardPage }));

/** `/b/:boardId`: with a link's secret in the fragment the way in, without it the board that this browser joined. */
export function BoardRoute() {
  const boardId = parseBoardId(useParams()['boardId']);
  if (boardId === null)
    return <ProblemPage problem={{ kind: 'refused', code: 'board_or_link_unknown' }} onRetry={reloadPage} />;
  return <KnownBoardRoute key={boardId} boardId={boardId} />;
}

function KnownBoardRoute({ boardId }: { boardId: BoardId }) {
  const { store } = useServices();
  const location = useLocation();
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<{
    readonly secret: string | null;
    readonly problem: Problem;
  } | null>(null);
  const retry = useCallback(() => setTrouble(null), []);
  const enter = useCallback(() => {
    // Whoever came back by another link has left the trouble with the old one behind.
    setTrouble(null);
    void navigate(withoutFragment(location), { replace: true });
  }, [navigate, location]);

  const secret = secretOfFragment(location.hash);
  const session = readBoardSession(store, boardId);
  const knownSecret = session?.secret ?? null;
  const handleProblem = useCallback(
    (problem: Problem) => {
      // Whoever has to join anew by a link with a password is asked for it where one joins.
      if (problem.kind === 'refused' && problem.code === 'password_needed' && secret === null && knownSecret)
        void navigate({ hash: knownSecret }, { replace: true });
      else setTrouble({ secret, problem });
    },
    [navigate, secret, knownSecret],
  );

  // Another link pasted into the address bar is a new attempt.
  if (trouble !== null && trouble.secret === secret) {
    return <ProblemPage problem={trouble.problem} onRetry={retry} />;
  }
  if (secret !== null) {
    return (
      <Suspense>
        <JoinPage
          key={secret}
          boardId={boardId}
          secret={secret}
          session={session}
          onJoined={enter}
          onProblem={handleProblem}
        />
      </Suspense>
    );
  }
  if (session === null) return <ProblemPage problem={{ kind: 'no-link' }} onRetry={reloadPage} />;
  return <OpenBoard session={session} onProblem={handleProblem} />;
}

/** The board itself, with what the address told once. */
function OpenBoard({ session, onProblem }: Pick<Parameters<typeof BoardPage>[0], 'session' | 'onProblem'>) {
  const { store, now } = useServices();
  const api = useApi();
  const location = useLocation();
  const navigate = useNavigate();
  const [openedSession] = useState(session);
  const [firstTicket] = useState(
    () =>
      new FirstTicket(
        () => admit({ api, store }, session),
        () => performance.now(),
      ),
  );
  const [openShare] = useState(isJustCreated(location.state));

  useEffect(() => {
    updateRecentBoard(store, openedSession.boardId, { openedAt: now() });
  }, [store, now, openedSession.boardId]);

  useEffect(() => {
    // The browser keeps the state over reloads, and the share dialog opens once only.
    if (openShare && location.state !== null) void navigate(withoutFragment(location), { replace: true });
  }, [openShare, navigate, location]);

  return (
    <Suspense fallback={<BoardSkeleton />}>
      <BoardPage
        session={openedSession}
        firstTicket={firstTicket}
        openShare={openShare}
        onProblem={onProblem}
      />
    </Suspense>
  );
}
