import { openBoard, shapeMetas } from '@common-ground/board';
import {
  newsResponse,
  removalsQuery,
  removalsResponse,
  seenRequest,
  type Removal,
} from '@common-ground/protocol';
import type { Room } from '@common-ground/sync';
import { z } from 'zod';
import { errorResponses } from '../errors/errorResponses.ts';
import { readNews } from '../history/readNews.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** GET /api/boards/:boardId/removals */
export function removalsRoute(app: App, { gatekeeper, journal, live }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/removals',
    schema: {
      tags: ['history'],
      summary: 'See who removed what from a board',
      description:
        'Newest first; what has come back is left out. Of one board the latest 5,000 removals are remembered.',
      security: needsToken,
      params: boardParams,
      querystring: removalsQuery,
      response: {
        200: removalsResponse,
        ...errorResponses(...signInErrors, 'invalid_request', 'board_unreadable'),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId);
      const room = await live.open(boardId);
      return { removals: stillGone(room, await journal.removals(boardId, request.query.since)) };
    },
  });
}

/** GET /api/boards/:boardId/news */
export function newsRoute(app: App, { comments, gatekeeper, journal, live, workshops }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/news',
    schema: {
      tags: ['history'],
      summary: 'See how much others did since you were last here',
      description: 'Since your last connection ended, or what you said last that you have seen.',
      security: needsToken,
      params: boardParams,
      response: { 200: newsResponse, ...errorResponses(...signInErrors, 'board_unreadable') },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, gatekeeper, boardId);
      const room = await live.open(boardId);
      const since = await journal.seenUntil(boardId, id);
      const removals = since === null ? [] : stillGone(room, await journal.removals(boardId, since));
      const workshop = workshops.peek(boardId)?.published() ?? null;
      const { threads } = await comments.list(boardId, id);
      const sources = {
        metas: shapeMetas(openBoard(room.doc)),
        removals,
        workshop,
        comments: threads.flatMap((thread) => thread.comments),
      };
      return readNews(sources, id, since);
    },
  });
}

/** POST /api/boards/:boardId/seen */
export function seenRoute(app: App, { clock, gatekeeper, journal }: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/seen',
    schema: {
      tags: ['history'],
      summary: 'Say that you have seen everything up to now',
      security: needsToken,
      params: boardParams,
      body: seenRequest,
      response: {
        204: z.null().describe('Noted.'),
        ...errorResponses(...signInErrors, 'invalid_request', 'body_too_large'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, gatekeeper, boardId);
      // Nobody has seen what is still to come, whatever their clock says.
      await journal.noteSeen(boardId, id, Math.min(request.body.at, clock.now()));
      return reply.code(204).send(null);
    },
  });
}

function stillGone(room: Room, removals: readonly Removal[]): Removal[] {
  const { shapes } = openBoard(room.doc);
  return removals.filter(({ shapeId }) => !shapes.has(shapeId));
}
