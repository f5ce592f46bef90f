import {
  invitationRequest,
  invitationResponse,
  type ApiErrorCode,
  type BoardId,
  type Role,
} from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Gatekeeper } from '../access/Gatekeeper.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, type App } from './routeTypes.ts';
import { bearerOf } from './signIn.ts';

const description = `What somebody who holds a link is shown before they join. Who has joined by it already is asked for no password, and let
back in after its end: with the token of that visit as \`Authorization: Bearer <token>\`.`;

/** POST /api/boards/:boardId/invitation */
export function invitationRoute(
  app: App,
  { clock, config, directory, gatekeeper, live, workshops }: ServerContext,
): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/invitation',
    config: { rateLimit: { max: config.rates.joinPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['joining'],
      summary: 'See what a link opens',
      description,
      params: boardParams,
      body: invitationRequest,
      response: {
        200: invitationResponse,
        ...errorResponses(
          'invalid_request',
          'link_revoked',
          'link_withdrawn',
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
      const role = await roleBy(gatekeeper, boardId, request, clock.now());
      const board = await directory.find(boardId);
      if (!board) throw new ApiError('board_or_link_unknown');
      return {
        title: board.title,
        role,
        partners: [...board.partners],
        templateIds: [...board.templateIds],
        presentCount: live.presentCount(boardId),
        step: await workshops.stepNow(boardId),
      };
    },
  });
}

/** The role that a link gives; of somebody who has joined, the one they have. Throws the ApiError to answer. */
async function roleBy(
  gatekeeper: Gatekeeper,
  boardId: BoardId,
  request: FastifyRequest<{ Body: z.infer<typeof invitationRequest> }>,
  now: number,
): Promise<Role> {
  const opened = await gatekeeper.openLink(boardId, request.body, now);
  if (opened.ok) return opened.value.role;
  if (askedOfNewcomers.has(opened.error)) {
    const known = await gatekeeper.admitToken(boardId, bearerOf(request));
    if (known.ok) return known.value.role;
  }
  throw new ApiError(opened.error);
}

const askedOfNewcomers: ReadonlySet<ApiErrorCode> = new Set([
  'link_expired',
  'password_needed',
  'password_wrong',
]);
