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

const newsDescription = `Since what you said last that you have seen, on whatever device. Once you have said so, you see what happens while you are
connected: it is no news, and what others do after your last connection ends is. So it is for somebody who is there for the first time.`;

/** GET /api/boards/:boardId/news */
export function newsRoute(
  app: App,
  { comments, gatekeeper, journal, live, visits, workshops }: ServerContext,
): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/news',
    schema: {
      tags: ['history'],
      summary: 'See how much others did since you were last here',
      description: newsDescription,
      security: needsToken,
      params: boardParams,
      response: { 200: newsResponse, ...errorResponses(...signInErrors, 'board_unreadable') },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, gatekeeper, boardId);
      const room = await live.open(boardId);
      const since = await visits.seenUntil(boardId, id);
      const removals = since === null ? [] : stillGone(room, await journal.removals(boardId, since));
      const workshop = workshops.peek(boardId)?.published() ?? null;
      const { seen, threads } = await comments.list(boardId, id);
      const sources = {
        metas: shapeMetas(openBoard(room.doc)),
        removals,
        workshop,
        comments: threads.flatMap((thread) => thread.comments.slice(seen[thread.id] ?? 0)),
      };
      return readNews(sources, id, since);
    },
  });
}

/** POST /api/boards/:boardId/seen */
export function seenRoute(app: App, { gatekeeper, visits }: ServerContext): void {
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
      await visits.see(boardId, id, request.body.at);
      return reply.code(204).send(null);
    },
  });
}

function stillGone(room: Room, removals: readonly Removal[]): Removal[] {
  const { shapes } = openBoard(room.doc);
  return removals.filter(({ shapeId }) => !shapes.has(shapeId));
}
