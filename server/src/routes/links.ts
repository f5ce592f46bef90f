import {
  linkProtectionResponse,
  linksSchema,
  mayFacilitate,
  protectLinkRequest,
  roleSchema,
  type BoardId,
  type BoardLinks,
} from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { hashLinkPassword } from '../access/linkPasswords.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardLinks, openLinks } from './boardLinks.ts';
import { publicUrlOf } from './publicUrl.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

const errors = errorResponses(...signInErrors, 'invalid_request', 'role_insufficient');
const protectErrors = errorResponses(
  ...signInErrors,
  'invalid_request',
  'role_insufficient',
  'body_too_large',
);

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

/** GET /api/boards/:boardId/links/protection */
export function linkProtectionRoute(app: App, context: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/links/protection',
    schema: {
      tags: ['links'],
      summary: 'See how the links are protected',
      description: 'Facilitators only.',
      security: needsToken,
      params: boardParams,
      response: { 200: linkProtectionResponse, ...errors },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, context.gatekeeper, boardId, mayFacilitate);
      const open = await openLinks(context, boardId);
      const rows = open.map(({ role, expiresAt, passwordHash }) => {
        return [role, { expiresAt, hasPassword: passwordHash !== null }] as const;
      });
      return Object.fromEntries(rows) as z.infer<typeof linkProtectionResponse>;
    },
  });
}

const protectDescription = `Facilitators only. What is left out stays; \`null\` takes it away. From \`expiresAt\` on nobody joins by
the link any more, and whoever joins by it before gives the password; people who have joined already stay.`;

/** PATCH /api/boards/:boardId/links/:role */
export function protectLinkRoute(app: App, context: ServerContext): void {
  const { gatekeeper, links } = context;
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId/links/:role',
    schema: {
      tags: ['links'],
      summary: 'Give a link an end or a password',
      description: protectDescription,
      security: needsToken,
      params: boardParams.extend({ role: roleSchema }),
      body: protectLinkRequest,
      response: { 204: z.null().describe('Changed.'), ...protectErrors },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const { expiresAt, password } = request.body;
      await openLinks(context, boardId);
      const isKnown = await links.protect(boardId, request.params.role, {
        ...(expiresAt !== undefined && { expiresAt }),
        ...(password !== undefined && {
          passwordHash: password === null ? null : await hashLinkPassword(password),
        }),
      });
      if (!isKnown) throw new ApiError('board_or_link_unknown');
      return reply.code(204).send(null);
    },
  });
}

const renewDescription = `Facilitators only. The old link opens nothing any more, and everybody who came by it is cut off at
once, except the one who renews. A password stays, an end does not. Answers the links as they are now.`;

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
      await openLinks(context, boardId);
      const link = gatekeeper.newLink(ids.linkId());
      const revoked = await links.renew(boardId, { role, link, at: clock.now(), by: me.id });
      if (revoked === null) throw new ApiError('board_or_link_unknown');
      await live.cutLink(boardId, revoked, 'link-revoked');
      return currentLinks(context, boardId, request);
    },
  });
}

async function currentLinks(
  context: ServerContext,
  boardId: BoardId,
  request: FastifyRequest,
): Promise<BoardLinks> {
  const { config, gatekeeper } = context;
  const open = await openLinks(context, boardId);
  const linkIds = new Map(open.map(({ role, id }) => [role, id]));
  return boardLinks(publicUrlOf(config, request), boardId, gatekeeper, linkIds);
}
