import { ticketResponse } from '@common-ground/protocol';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** POST /api/boards/:boardId/ticket */
export function ticketRoute(app: App, { config, gatekeeper, live, tickets }: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/ticket',
    schema: {
      tags: ['joining'],
      summary: 'Get a ticket for the websocket',
      description:
        'A ticket opens `/sync/{boardId}?ticket=…` once. Ask for a new one for every connection. Answers `board_unreadable` when the board could not be opened.',
      security: needsToken,
      params: boardParams,
      response: { 200: ticketResponse, ...errorResponses(...signInErrors, 'board_busy', 'board_unreadable') },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id: participantId } = await signIn(request, gatekeeper, boardId);
      // A websocket that is refused gives a browser no reason, so whatever stands in the way is told here.
      const room = await live.open(boardId);
      if (room.sessionCount >= config.limits.maxConnectionsPerBoard) throw new ApiError('board_busy');
      return { ticket: tickets.issue({ boardId, participantId }), expiresInMs: config.limits.ticketTtlMs };
    },
  });
}
