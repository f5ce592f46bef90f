import type { BoardId } from '@common-ground/protocol';
import { useEffect, useState } from 'react';
import { isRefusal } from '../api/ApiError.ts';
import type { Invitation } from '../api/createApi.ts';
import { useApi } from '../api/useApi.ts';
import { problemOf, type Problem } from '../errors/Problem.ts';
import type { BoardSession } from '../session/boardSessions.ts';

/** How far somebody has come with a link. */
export type Entrance =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'password';
      /** How many passwords were wrong. */
      readonly tries: number;
      readonly onPassword: (password: string) => void;
    }
  | { readonly kind: 'open'; readonly invitation: Invitation; readonly password: string | null };

/** Asks the server what the link opens, with a password where it wants one. */
export function useEntrance({
  boardId,
  secret,
  session,
  onProblem,
}: {
  boardId: BoardId;
  secret: string;
  session: BoardSession | null;
  onProblem: (problem: Problem) => void;
}): Entrance {
  const api = useApi();
  const [password, setPassword] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const [asked, setAsked] = useState<'password' | Invitation | null>(null);
  const token = session?.token ?? null;

  useEffect(() => {
    let wanted = true;
    const link = { secret, ...(password === null ? {} : { password }) };
    void api.invitation(boardId, link, token).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setAsked(answer.value);
      else if (isRefusal(answer.error, 'password_needed')) setAsked('password');
      else if (isRefusal(answer.error, 'password_wrong')) {
        setPassword(null);
        setTries((count) => count + 1);
      } else onProblem(problemOf(answer.error));
    });
    return () => {
      wanted = false;
    };
  }, [api, boardId, secret, token, password, onProblem]);

  if (asked === null) return { kind: 'loading' };
  if (asked === 'password') return { kind: 'password', tries, onPassword: setPassword };
  return { kind: 'open', invitation: asked, password };
}
