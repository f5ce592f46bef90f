import { parseBoardId } from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import { ApiError, orApiError } from '../errors/ApiError.ts';
import type { ServerContext } from '../ServerContext.ts';
import type { Arrival } from './Connection.ts';
import { isAllowedOrigin } from './isAllowedOrigin.ts';

/**
 * Checks who wants to open a websocket, before it is opened and before any board is loaded: the address, the page it comes
 * from, the ticket (which is used up by it), and whether its participant may still take part. Throws the ApiError to answer.
 */
export async function admitUpgrade(
  { config, gatekeeper, tickets }: ServerContext,
  request: FastifyRequest,
): Promise<Arrival> {
  const { boardId: givenId } = request.params as { boardId?: string };
  const { ticket, v } = request.query as Record<string, unknown>;
  const boardId = parseBoardId(givenId);
  if (boardId === null) throw new ApiError('board_or_link_unknown');
  const { publicUrl, allowedOrigins } = config;
  if (!isAllowedOrigin(request.headers.origin, { host: request.host, publicUrl, allowedOrigins })) {
    throw new ApiError('origin_refused');
  }
  const admission = typeof ticket === 'string' ? tickets.redeem(ticket, boardId) : null;
  if (admission === null) throw new ApiError('ticket_invalid');
  const participant = orApiError(await gatekeeper.admit(boardId, admission.participantId));
  return { boardId, participant, version: typeof v === 'string' ? v : null };
}
