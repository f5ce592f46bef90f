import { fail, ok, type BoardId, type Result } from '@common-ground/protocol';
import type { Api } from '../api/createApi.ts';
import { isRefusal, type ApiError } from '../api/ApiError.ts';
import {
  forgetBoardSession,
  writeBoardSession,
  type BoardSession,
  type RememberedPartner,
} from './boardSessions.ts';
import { writeLastPerson } from './lastPerson.ts';
import type { TextStore } from './TextStore.ts';

/** The name and partner somebody joins with. */
export interface Person {
  readonly name: string;
  readonly partner: RememberedPartner | null;
}

/** The link that somebody joins by. */
export interface Entry {
  readonly boardId: BoardId;
  readonly secret: string;
  /** Null for a link that asks for none. */
  readonly password?: string | null;
  /** Of an earlier visit: the same participant comes back. */
  readonly token?: string;
}

/** Joins a board by a link and remembers it in this browser. */
export async function joinBoard(
  { api, store }: { readonly api: Api; readonly store: TextStore },
  { boardId, secret, password, token }: Entry,
  { name, partner }: Person,
): Promise<Result<BoardSession, ApiError>> {
  const joined = await api.join(
    boardId,
    {
      secret,
      ...(password ? { password } : {}),
      name,
      ...(partner === null ? {} : { partner: named(partner) }),
    },
    token,
  );
  if (!joined.ok) return fail(joined.error);
  const session: BoardSession = { boardId, secret, name, partner, ...joined.value };
  writeBoardSession(store, session);
  writeLastPerson(store, { name, partnerName: partner?.name ?? null });
  return ok(session);
}

/** A session that the server accepts, with a ticket for the websocket. */
export interface Admission {
  readonly session: BoardSession;
  readonly ticket: string;
}

/**
 * A ticket for a remembered session. When the token is no longer good, joins again by the remembered link under the
 * same name; when the link is not good either, the session is forgotten and the error says why. Somebody who was
 * removed is not brought back.
 */
export async function admit(
  services: { readonly api: Api; readonly store: TextStore },
  session: BoardSession,
): Promise<Result<Admission, ApiError>> {
  const first = await services.api.ticket(session.boardId, session.token);
  if (first.ok) return ok({ session, ticket: first.value.ticket });
  if (!isRefusal(first.error, 'token_invalid')) return fail(first.error);
  const { boardId, secret } = session;
  const again = await joinBoard(services, { boardId, secret }, session);
  if (!again.ok) {
    if (isRefusal(again.error, 'link_revoked', 'link_withdrawn', 'board_or_link_unknown')) {
      forgetBoardSession(services.store, session.boardId);
    }
    return fail(again.error);
  }
  const second = await services.api.ticket(session.boardId, again.value.token);
  return second.ok ? ok({ session: again.value, ticket: second.value.ticket }) : fail(second.error);
}

function named(partner: RememberedPartner): {
  name: string;
  colour?: NonNullable<RememberedPartner['colour']>;
} {
  return partner.colour === undefined
    ? { name: partner.name }
    : { name: partner.name, colour: partner.colour };
}
