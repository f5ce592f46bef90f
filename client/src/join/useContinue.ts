import { roles, type BoardId, type Role } from '@common-ground/protocol';
import { isRefusal, type ApiError } from '../api/ApiError.ts';
import { useApi } from '../api/useApi.ts';
import { useServices } from '../app/services.tsx';
import { problemOf, type Problem } from '../errors/Problem.ts';
import type { BoardSession } from '../session/boardSessions.ts';
import { joinBoard } from '../session/joinBoard.ts';

/** The link somebody continues by. */
interface Way {
  readonly boardId: BoardId;
  readonly secret: string;
  readonly password: string | null;
  /** The role the link gives. */
  readonly role: Role;
  readonly onProblem: (problem: Problem) => void;
}

/**
 * Brings back whom this browser knows, as who they were. Their token is enough as long as it is good and the link gives no
 * more than they have: a facilitator who tries the contributors' link stays one. Else they join by this link.
 */
export function useContinue(way: Way, onJoined: (role: Role) => void): (session: BoardSession) => void {
  const api = useApi();
  const { store } = useServices();
  const { boardId, secret, password, role, onProblem } = way;
  const fail = (error: ApiError) => onProblem(problemOf(error));

  const join = async (session: BoardSession) => {
    const { token } = session;
    const joined = await joinBoard({ api, store }, { boardId, secret, password, token }, session);
    if (joined.ok) onJoined(joined.value.role);
    else fail(joined.error);
  };

  const goOn = async (session: BoardSession) => {
    if (givesMore(role, session.role)) return join(session);
    const ticket = await api.ticket(boardId, session.token);
    if (ticket.ok) return onJoined(session.role);
    if (isRefusal(ticket.error, 'token_invalid', 'link_revoked', 'link_withdrawn')) return join(session);
    return fail(ticket.error);
  };

  return (session) => void goOn(session);
}

function givesMore(role: Role, than: Role): boolean {
  return roles.indexOf(role) < roles.indexOf(than);
}
