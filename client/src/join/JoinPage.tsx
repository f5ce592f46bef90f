import '../app/formStyles.ts';
import type { BoardId } from '@common-ground/protocol';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../api/createApi.ts';
import { useApi } from '../api/useApi.ts';
import { useServices } from '../app/services.tsx';
import { usePageTitle } from '../app/usePageTitle.ts';
import { Wordmark } from '../app/Wordmark.tsx';
import { problemOf, type Problem } from '../errors/Problem.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { writeRecentBoard } from '../session/recentBoards.ts';
import { ContinueCard } from './ContinueCard.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { JoinForm } from './JoinForm.tsx';
import classes from './JoinPage.module.css';

/** What a link opens, and the way in: as the person this browser knows, or with a name and a partner. */
export function JoinPage({
  boardId,
  secret,
  session,
  onJoined,
  onProblem,
}: {
  boardId: BoardId;
  secret: string;
  /** This browser's session by the same link, if it has one. */
  session: BoardSession | null;
  onJoined: () => void;
  onProblem: (problem: Problem) => void;
}) {
  const { t } = useTranslation();
  const { store, now } = useServices();
  const invitation = useInvitation(boardId, secret, onProblem);
  const [asSomebodyElse, setAsSomebodyElse] = useState(false);
  usePageTitle(invitation?.title ?? null);

  const remember = (role: BoardSession['role']) => {
    if (invitation === null) return;
    const { title, templateIds } = invitation;
    writeRecentBoard(store, { boardId, title, role, templateIds, openedAt: now() });
    onJoined();
  };

  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark />
      </header>
      <main className={classes.main}>
        {invitation === null ? (
          <output className={classes.loading}>{t('join.loading')}</output>
        ) : (
          <div className={classes.card}>
            <InvitationCard invitation={invitation} />
            {session !== null && !asSomebodyElse ? (
              <ContinueCard
                session={session}
                partners={invitation.partners}
                onContinue={() => remember(session.role)}
                onSomebodyElse={() => setAsSomebodyElse(true)}
              />
            ) : (
              <JoinForm
                boardId={boardId}
                secret={secret}
                invitation={invitation}
                blank={asSomebodyElse}
                onJoined={remember}
                onProblem={onProblem}
              />
            )}
          </div>
        )}
      </main>
    </div>
  );
}

function useInvitation(
  boardId: BoardId,
  secret: string,
  onProblem: (problem: Problem) => void,
): Invitation | null {
  const api = useApi();
  const [invitation, setInvitation] = useState<Invitation | null>(null);

  useEffect(() => {
    let wanted = true;
    void api.invitation(boardId, secret).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setInvitation(answer.value);
      else onProblem(problemOf(answer.error));
    });
    return () => {
      wanted = false;
    };
  }, [api, boardId, secret, onProblem]);

  return invitation;
}
