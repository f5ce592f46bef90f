import { mayFacilitate, renameBoardRequest } from '@common-ground/protocol';
import { z } from 'zod';
import { wholeBoardSchema } from '../boards/LiveBoards.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** GET /api/boards/:boardId */
export function boardRoute(app: App, { gatekeeper, live }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId',
    schema: {
      tags: ['boards'],
      summary: 'See title, partners and people of a board',
      description: 'The same as the first `board` frame of a websocket tells, also to those who open none.',
      security: needsToken,
      params: boardParams,
      response: { 200: wholeBoardSchema, ...errorResponses(...signInErrors) },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id: participantId, role } = await signIn(request, gatekeeper, boardId);
      const board = await live.describe(boardId);
      if (!board) throw new ApiError('board_or_link_unknown');
      return { ...board, you: { participantId, role } };
    },
  });
}

/** PATCH /api/boards/:boardId */
export function renameBoardRoute(app: App, { directory, gatekeeper, live }: ServerContext): void {
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId',
    schema: {
      tags: ['boards'],
      summary: 'Rename a board',
      description: 'Facilitators only. Everybody on the board is told.',
      security: needsToken,
      params: boardParams,
      body: renameBoardRequest,
      response: {
        204: z.null().describe('Renamed.'),
        ...errorResponses(...signInErrors, 'invalid_request', 'role_insufficient', 'body_too_large'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      await directory.rename(boardId, request.body.title);
      live.announce(boardId, { title: request.body.title });
      return reply.code(204).send(null);
    },
  });
}
