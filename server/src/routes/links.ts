import {
  linksSchema,
  mayFacilitate,
  roleSchema,
  type BoardId,
  type BoardLinks,
} from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardLinks } from './boardLinks.ts';
import { publicUrlOf } from './publicUrl.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

const errors = errorResponses(...signInErrors, 'invalid_request', 'role_insufficient');

/** GET /api/boards/:boardId/links */
export function linksRoute(app: App, context: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/links',
    schema: {
      tags: ['links'],
      summary: 'See the links of a board',
      description: 'Facilitators only.',
      security: needsToken,
      params: boardParams,
      response: { 200: linksSchema, ...errors },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, context.gatekeeper, boardId, mayFacilitate);
      return currentLinks(context, boardId, request);
    },
  });
}

const renewDescription = `Facilitators only. The old link opens nothing any more, and everybody who came by it is cut off at
once, except the one who renews. Answers the three links as they are now.`;

/** POST /api/boards/:boardId/links/:role/renew */
export function renewLinkRoute(app: App, context: ServerContext): void {
  const { clock, gatekeeper, ids, links, live } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/links/:role/renew',
    schema: {
      tags: ['links'],
      summary: 'Replace a link',
      description: renewDescription,
      security: needsToken,
      params: boardParams.extend({ role: roleSchema }),
      response: { 200: linksSchema, ...errors },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const me = await signIn(request, gatekeeper, boardId, mayFacilitate);
      const { role } = request.params;
      const link = gatekeeper.newLink(ids.linkId());
      const revoked = await links.renew(boardId, { role, link, at: clock.now(), by: me.id });
      if (revoked === null) throw new ApiError('board_or_link_unknown');
      await live.cutLink(boardId, revoked, 'link-revoked');
      return currentLinks(context, boardId, request);
    },
  });
}

async function currentLinks(
  { config, gatekeeper, links }: ServerContext,
  boardId: BoardId,
  request: FastifyRequest,
): Promise<BoardLinks> {
  const open = await links.listOpen(boardId);
  const linkIds = new Map(open.map(({ role, id }) => [role, id]));
  return boardLinks(publicUrlOf(config, request), boardId, gatekeeper, linkIds);
}
