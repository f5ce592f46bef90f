import { joinRequest, joinResponse } from '@common-ground/protocol';
import { joinBoard } from '../boards/joinBoard.ts';
import { orApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, type App } from './routeTypes.ts';
import { bearerOf } from './signIn.ts';

const description = `Makes a participant of the board in the link's role, and answers the token that stands for them from now on.

The partner is found by name, in whatever case it is written; one that is not on the board yet is added, except by
commenters and observers.

With the token of an earlier visit as \`Authorization: Bearer <token>\`, the same participant comes back under the new
name, by this link and in its role: so somebody whose link was replaced stays who they were.`;

/** POST /api/boards/:boardId/join */
export function joinRoute(app: App, context: ServerContext): void {
  const { clock, config, gatekeeper } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/join',
    config: { rateLimit: { max: config.rates.joinPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['joining'],
      summary: 'Join a board by a link',
      description,
      params: boardParams,
      body: joinRequest,
      response: {
        200: joinResponse,
        ...errorResponses(
          'invalid_request',
          'role_insufficient',
          'removed',
          'link_revoked',
          'link_withdrawn',
          'link_expired',
          'password_needed',
          'password_wrong',
          'board_or_link_unknown',
          'partner_limit',
          'partner_fixed',
          'board_unreadable',
          'body_too_large',
          'too_many_requests',
          'board_busy',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { name, partner } = request.body;
      const link = orApiError(await gatekeeper.openLink(boardId, request.body, clock.now()));
      const known = orApiError(await gatekeeper.recognise(boardId, bearerOf(request)));
      const { id, role } = await joinBoard(context, boardId, { link, known, name, partner });
      return { participantId: id, role, token: gatekeeper.tokenFor(boardId, id, clock.now()) };
    },
  });
}
