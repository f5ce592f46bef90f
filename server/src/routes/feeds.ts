import { feedsResponse, type BoardId, type ParticipantId } from '@common-ground/protocol';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, orApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import { renderAtom } from '../feeds/renderAtom.ts';
import { renderCalendar } from '../feeds/renderCalendar.ts';
import type { ServerContext } from '../ServerContext.ts';
import { publicUrlOf } from './publicUrl.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** Newest items of a feed; readers look more often than this many things happen. */
const itemsInFeed = 100;
/** How often one address may read feeds: readers look every few minutes, many of them from one office. */
const readsPerMinute = 120;

const feedQuery = z.object({
  person: z.string().meta({ description: 'As in the address that the person was given.' }),
  key: z.string().meta({ description: 'The secret of the address.' }),
});

/** GET /api/boards/:boardId/feeds */
export function feedsRoute(app: App, { config, gatekeeper }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/feeds',
    schema: {
      tags: ['feeds'],
      summary: 'Get the addresses of your feed and calendar of a board',
      description:
        'Your own: whoever knows them can read them, until you are removed or your link is replaced.',
      security: needsToken,
      params: boardParams,
      response: { 200: feedsResponse, ...errorResponses(...signInErrors) },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id } = await signIn(request, gatekeeper, boardId);
      const base = `${publicUrlOf(config, request)}/api/boards/${boardId}`;
      const query = `?person=${id}&key=${gatekeeper.feedKey(boardId, id)}`;
      return { feed: `${base}/feed.atom${query}`, calendar: `${base}/calendar.ics${query}` };
    },
  });
}

/** GET /api/boards/:boardId/feed.atom and calendar.ics */
export function readFeedRoutes(app: App, context: ServerContext): void {
  const { directory, feeds } = context;
  readRoute(app, context, {
    file: 'feed.atom',
    contentType: 'application/atom+xml',
    summary: 'Read what happens on a board, as an Atom feed',
    render: async (boardId, request) =>
      renderAtom({
        boardId,
        title: (await directory.find(boardId))?.title ?? '',
        boardUrl: boardUrl(context, boardId, request),
        feedUrl: publicUrlOf(context.config, request) + request.url,
        items: await feeds.list(boardId, itemsInFeed),
      }),
  });
  readRoute(app, context, {
    file: 'calendar.ics',
    contentType: 'text/calendar',
    summary: 'Read the due days of a board, as a calendar',
    render: async (boardId, request) =>
      renderCalendar({
        boardId,
        title: (await directory.find(boardId))?.title ?? '',
        boardUrl: boardUrl(context, boardId, request),
        dueDays: await feeds.listDueDays(boardId),
      }),
  });
}

interface FeedFile {
  readonly file: string;
  readonly contentType: string;
  readonly summary: string;
  readonly render: (boardId: BoardId, request: FastifyRequest) => Promise<string>;
}

function readRoute(
  app: App,
  { gatekeeper }: ServerContext,
  { contentType, file, render, summary }: FeedFile,
): void {
  app.route({
    method: 'GET',
    url: `/api/boards/:boardId/${file}`,
    config: { rateLimit: { max: readsPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['feeds'],
      summary,
      description: 'At the address that `feeds` answers. Nothing in it that is not revealed, and no author.',
      params: boardParams,
      querystring: feedQuery,
      response: {
        200: { description: 'What there is.', content: { [contentType]: { schema: z.string() } } },
        ...errorResponses(
          'board_or_link_unknown',
          'removed',
          'link_revoked',
          'invalid_request',
          'too_many_requests',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const { key, person } = request.query;
      // A wrong key and an unknown board are answered alike.
      if (!gatekeeper.isFeedKey(boardId, person as ParticipantId, key))
        throw new ApiError('board_or_link_unknown');
      orApiError(await gatekeeper.admit(boardId, person as ParticipantId));
      return reply
        .headers({ 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'private, max-age=60' })
        .send(await render(boardId, request));
    },
  });
}

function boardUrl({ config }: ServerContext, boardId: BoardId, request: FastifyRequest): string {
  return `${publicUrlOf(config, request)}/b/${boardId}`;
}
