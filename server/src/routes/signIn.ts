import type { BoardId, Role } from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import type { ParticipantRecord } from '../access/ParticipantStore.ts';
import type { Gatekeeper } from '../access/Gatekeeper.ts';
import { ApiError, orApiError } from '../errors/ApiError.ts';

/** The token of `Authorization: Bearer <token>`, or null. */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Who makes the request. Throws the ApiError to answer when they have no token for this board or lack the right. */
export async function signIn(
  request: FastifyRequest,
  gatekeeper: Gatekeeper,
  boardId: BoardId,
  may: (role: Role) => boolean = () => true,
): Promise<ParticipantRecord> {
  const participant = orApiError(await gatekeeper.admitToken(boardId, bearerOf(request)));
  if (!may(participant.role)) throw new ApiError('role_insufficient');
  return participant;
}

/** What {@link signIn} may answer, for a route's list of errors. */
export const signInErrors = [
  'board_or_link_unknown',
  'token_missing',
  'token_invalid',
  'removed',
  'link_revoked',
  'link_withdrawn',
] as const;
