import '../app/formStyles.ts';
import type { BoardId, Role } from '@common-ground/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../app/services.tsx';
import { usePageTitle } from '../app/usePageTitle.ts';
import { Wordmark } from '../app/Wordmark.tsx';
import type { Problem } from '../errors/Problem.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { writeRecentBoard } from '../session/recentBoards.ts';
import { ContinueCard } from './ContinueCard.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { JoinForm } from './JoinForm.tsx';
import classes from './JoinPage.module.css';
import { PasswordCard } from './PasswordCard.tsx';
import { useContinue } from './useContinue.ts';
import { useEntrance, type Entrance } from './useEntrance.ts';

/** What the way in leads through. */
export interface JoinPageProps {
  readonly boardId: BoardId;
  readonly secret: string;
  /** How this browser took part in the board so far, by this link or an older one; null if it never did. */
  readonly session: BoardSession | null;
  readonly onJoined: () => void;
  readonly onProblem: (problem: Problem) => void;
}

/** What a link opens, and the way in: as the person this browser knows, or with a name and a partner. */
export function JoinPage(props: JoinPageProps) {
  const { t } = useTranslation();
  const entrance = useEntrance(props);
  usePageTitle(entrance.kind === 'open' ? entrance.invitation.title : null);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Wordmark />
      </header>
      <main className={classes.main}>
        {entrance.kind === 'loading' && <output className={classes.loading}>{t('join.loading')}</output>}
        {entrance.kind === 'password' && <PasswordCard key={entrance.tries} {...entrance} />}
        {entrance.kind === 'open' && <WayIn {...props} entrance={entrance} />}
      </main>
    </div>
  );
}

function WayIn({
  entrance: { invitation, password },
  ...props
}: JoinPageProps & { entrance: Extract<Entrance, { kind: 'open' }> }) {
  const { boardId, secret, session, onJoined, onProblem } = props;
  const { store, now } = useServices();
  const [asSomebodyElse, setAsSomebodyElse] = useState(false);
  const remember = (role: Role) => {
    const { title, templateIds } = invitation;
    writeRecentBoard(store, { boardId, title, role, templateIds, openedAt: now() });
    onJoined();
  };
  const { role } = invitation;
  const goOn = useContinue({ boardId, secret, password, role, onProblem }, remember);
  return (
    <div className={classes.card}>
      <InvitationCard invitation={invitation} />
      {session !== null && !asSomebodyElse ? (
        <ContinueCard
          session={session}
          partners={invitation.partners}
          onContinue={() => goOn(session)}
          onSomebodyElse={() => setAsSomebodyElse(true)}
        />
      ) : (
        <JoinForm
          boardId={boardId}
          secret={secret}
          password={password}
          invitation={invitation}
          blank={asSomebodyElse}
          onJoined={remember}
          onProblem={onProblem}
        />
      )}
    </div>
  );
}
