import {
  linkProtectionResponse,
  mayFacilitate,
  openLinksSchema,
  protectLinkRequest,
  roleSchema,
  withdrawableRoleSchema,
  type BoardId,
  type OpenLinks,
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
      response: { 200: openLinksSchema, ...errors },
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
once, except the one who renews. A password stays, an end does not. Where a link was withdrawn, this makes a new one. Answers the
links as they are now.`;

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
      response: { 200: openLinksSchema, ...errors },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const me = await signIn(request, gatekeeper, boardId, mayFacilitate);
      const { role } = request.params;
      await openLinks(context, boardId);
      const link = gatekeeper.newLink(ids.linkId());
      const renewed = await links.renew(boardId, { role, link, at: clock.now(), by: me.id });
      if (renewed === null) throw new ApiError('board_or_link_unknown');
      if (renewed.replaced !== null) await live.cutLink(boardId, renewed.replaced, 'link-revoked');
      return currentLinks(context, boardId, request);
    },
  });
}

const withdrawDescription = `Facilitators only. The link opens nothing any more, there is none in its place until somebody renews it, and everybody
who came by it is cut off at once, except the one who withdraws it. Those who lead always have a way in: their link can be
renewed, not withdrawn.`;

/** DELETE /api/boards/:boardId/links/:role */
export function withdrawLinkRoute(app: App, { clock, gatekeeper, links, live }: ServerContext): void {
  app.route({
    method: 'DELETE',
    url: '/api/boards/:boardId/links/:role',
    schema: {
      tags: ['links'],
      summary: 'Withdraw a link',
      description: withdrawDescription,
      security: needsToken,
      params: boardParams.extend({ role: withdrawableRoleSchema }),
      response: { 204: z.null().describe('There is no such link any more.'), ...errors },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const me = await signIn(request, gatekeeper, boardId, mayFacilitate);
      const { role } = request.params;
      const withdrawn = await links.withdraw(boardId, { role, at: clock.now(), by: me.id });
      if (withdrawn !== null) await live.cutLink(boardId, withdrawn, 'link-withdrawn');
      return reply.code(204).send(null);
    },
  });
}

async function currentLinks(
  context: ServerContext,
  boardId: BoardId,
  request: FastifyRequest,
): Promise<OpenLinks> {
  const { config, gatekeeper } = context;
  const open = await openLinks(context, boardId);
  const linkIds = new Map(open.map(({ role, id }) => [role, id]));
  return openLinksSchema.parse(boardLinks(publicUrlOf(config, request), boardId, gatekeeper, linkIds));
}
