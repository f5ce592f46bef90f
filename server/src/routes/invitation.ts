import { invitationRequest, invitationResponse } from '@common-ground/protocol';
import { ApiError, orApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, type App } from './routeTypes.ts';

/** POST /api/boards/:boardId/invitation */
export function invitationRoute(
  app: App,
  { clock, config, directory, gatekeeper, live }: ServerContext,
): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/invitation',
    config: { rateLimit: { max: config.rates.joinPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['joining'],
      summary: 'See what a link opens',
      description: 'What somebody who holds a link is shown before they join.',
      params: boardParams,
      body: invitationRequest,
      response: {
        200: invitationResponse,
        ...errorResponses(
          'invalid_request',
          'link_revoked',
          'link_expired',
          'password_needed',
          'password_wrong',
          'board_or_link_unknown',
          'body_too_large',
          'too_many_requests',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { role } = orApiError(await gatekeeper.openLink(boardId, request.body, clock.now()));
      const board = await directory.find(boardId);
      if (!board) throw new ApiError('board_or_link_unknown');
      return {
        title: board.title,
        role,
        partners: [...board.partners],
        templateIds: [...board.templateIds],
        presentCount: live.presentCount(boardId),
      };
    },
  });
}
