import {
  commentAnswer,
  commentCommandSchema,
  commentsResponse,
  commentsSeenRequest,
  mayComment,
} from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { bearerOf, signIn, signInErrors } from './signIn.ts';

/** How many commands one participant may give a minute: more than anybody types, less than a script needs to do harm. */
const commandsPerMinute = 120;

/** By participant, since a whole meeting may share one address. */
const perParticipant = (max: number) => ({
  rateLimit: {
    max,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => bearerOf(request) ?? request.ip,
  },
});

/** GET /api/boards/:boardId/comments */
export function commentsRoute(app: App, { comments, gatekeeper }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/comments',
    schema: {
      tags: ['comments'],
      summary: 'Read the comments on a board',
      description:
        'For everybody on the board, with how far you have read each thread. What changes later comes over the websocket.',
      security: needsToken,
      params: boardParams,
      response: { 200: commentsResponse, ...errorResponses(...signInErrors) },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, gatekeeper, boardId);
      return comments.list(boardId, id);
    },
  });
}

const commandDescription = `Everybody but observers. \`start\` begins a thread at a place, \`reply\` answers (and opens again what was
resolved), \`edit\` changes a comment of one's own, \`remove\` takes away one's own, or a facilitator anybody's, \`resolve\` settles
a thread or opens it again. Ids are of the client's own making: a retry has no further effect and gets the same answer.`;

/** POST /api/boards/:boardId/comments */
export function commentCommandRoute(app: App, { comments, gatekeeper, live }: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/comments',
    config: perParticipant(commandsPerMinute),
    schema: {
      tags: ['comments'],
      summary: 'Comment on a board',
      description: commandDescription,
      security: needsToken,
      params: boardParams,
      body: commentCommandSchema,
      response: {
        200: commentAnswer,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'comment_not_yours',
          'comment_unknown',
          'comment_changed',
          'comment_limit',
          'thread_limit',
          'board_unreadable',
          'body_too_large',
          'too_many_requests',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const actor = await signIn(request, gatekeeper, boardId, mayComment);
      const { doc } = await live.open(boardId);
      return { thread: orApiError(await comments.carryOut(boardId, actor, request.body, doc)) };
    },
  });
}

/** POST /api/boards/:boardId/comments/seen */
export function commentsSeenRoute(app: App, { comments, gatekeeper }: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/comments/seen',
    config: perParticipant(2 * commandsPerMinute),
    schema: {
      tags: ['comments'],
      summary: 'Say how far you have read',
      description:
        'How many comments of each thread you have seen. What is left out, and what is less than before, stays.',
      security: needsToken,
      params: boardParams,
      body: commentsSeenRequest,
      response: {
        204: z.null().describe('Noted.'),
        ...errorResponses(...signInErrors, 'invalid_request', 'body_too_large', 'too_many_requests'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, gatekeeper, boardId);
      await comments.markSeen(boardId, id, request.body.seen);
      return reply.code(204).send(null);
    },
  });
}
