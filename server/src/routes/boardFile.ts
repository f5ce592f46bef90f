import type { Readable } from 'node:stream';
import { createBoardResponse, linksSchema, mayFacilitate, roles } from '@common-ground/protocol';
import { z } from 'zod';
import {
  BoardFileError,
  exportBoard,
  importBoard,
  maxBoardFileBytes,
  type BoardFilesOptions,
} from '../archive/boardFiles.ts';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import type { ServerContext } from '../ServerContext.ts';
import { boardLinks } from './boardLinks.ts';
import { publicUrlOf } from './publicUrl.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** How many board files one address may ask for: each is a whole board with all its moments. */
const filesPerMinute = 10;

const exportDescription = `Facilitators only: the file also holds counts that are not shown yet. One zip archive with canvas, workshop, comments, people's
names, kept moments and images; no drafts, no ballots, no links. Import it here or on another server.`;

/** GET /api/boards/:boardId/file */
export function exportBoardRoute(app: App, context: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/file',
    config: { rateLimit: { max: filesPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['boards'],
      summary: 'Take a whole board along as one file',
      description: exportDescription,
      security: needsToken,
      params: boardParams,
      response: {
        200: { description: 'The board file.', content: { 'application/zip': { schema: z.string() } } },
        ...errorResponses(
          ...signInErrors,
          'role_insufficient',
          'board_file_too_large',
          'too_many_requests',
          'board_unreadable',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, context.gatekeeper, boardId, mayFacilitate);
      // What waits in the room is stored first.
      if (context.live.isStorageHealthy) await (await context.live.open(boardId)).transact(() => undefined);
      const file = await orRefused(exportBoard(filesOf(context), boardId), 'board_file_too_large');
      if (file === null) throw new ApiError('board_or_link_unknown');
      return reply
        .headers({
          'content-type': 'application/zip',
          'content-disposition': 'attachment; filename="board.zip"',
          'cache-control': 'no-store',
        })
        .send(Buffer.from(file) as never);
    },
  });
}

const importDescription = `The body is a board file. Makes a new board with the same content and four new links. Nobody who was on the old board is let in by
what they had there; their names stay on what they made.`;

/** POST /api/boards/file */
export function importBoardRoute(parent: App, context: ServerContext): void {
  // A scope of its own: only here and for images does a body of any type go through unread.
  void parent.register(async (scope) => {
    const app: App = scope.withTypeProvider();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    app.route({
      method: 'POST',
      url: '/api/boards/file',
      config: { rateLimit: { max: filesPerMinute, timeWindow: 60_000 } },
      schema: {
        tags: ['boards'],
        summary: 'Make a board of a board file',
        description: importDescription,
        consumes: ['application/zip'],
        response: {
          201: createBoardResponse,
          ...errorResponses('board_file_refused', 'board_file_too_large', 'too_many_requests'),
        },
      },
      handler: async (request, reply) => {
        const file = await bytesOf(request.body as Readable | undefined);
        const { boardId, links } = await orRefused(importBoard(filesOf(context), file), 'board_file_refused');
        const linkIds = new Map(roles.map((role) => [role, links[role].id]));
        const url = publicUrlOf(context.config, request);
        const addresses = linksSchema.parse(boardLinks(url, boardId, context.gatekeeper, linkIds));
        return reply.code(201).send({ boardId, links: addresses });
      },
    });
  });
}

/** What board files work with. */
export function filesOf(context: ServerContext): BoardFilesOptions {
  const { archives, assets, canvases, gatekeeper, historyThread, ids } = context;
  return { archives, assets, canvases, gatekeeper, ids, tasks: historyThread.tasks };
}

async function bytesOf(body: Readable | undefined): Promise<Uint8Array> {
  if (body === undefined) throw new ApiError('board_file_refused');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBoardFileBytes) throw new ApiError('board_file_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function orRefused<T>(
  work: Promise<T>,
  code: 'board_file_refused' | 'board_file_too_large',
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BoardFileError) throw new ApiError(code, [{ path: 'file', message: error.message }]);
    throw error;
  }
}
