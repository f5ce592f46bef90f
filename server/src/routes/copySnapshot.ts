import {
  boardFromSnapshotRequest,
  createBoardResponse,
  linksSchema,
  mayFacilitate,
  type SnapshotId,
} from '@common-ground/protocol';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import { boardOfSnapshot } from '../history/boardOfSnapshot.ts';
import type { ServerContext } from '../ServerContext.ts';
import { filesOf } from './boardFile.ts';
import { boardLinks } from './boardLinks.ts';
import { publicUrlOf } from './publicUrl.ts';
import { orUnreadable } from './restoreSnapshot.ts';
import { boardIdOf, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';
import { snapshotParams } from './snapshots.ts';

const description = `Facilitators only. The new board has the canvas of that moment with its images, the comments that had been made by then (in their present
words), and the same partners; its workshop begins anew. Sent again with the same command id, it makes no second board and answers the first one.`;

/** POST /api/boards/:boardId/snapshots/:snapshotId/board */
export function copySnapshotRoute(app: App, context: ServerContext): void {
  const { clock, config, gatekeeper, historyThread, journal, links, snapshots } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/snapshots/:snapshotId/board',
    config: { rateLimit: { max: config.rates.createPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['history'],
      summary: 'Make a new board of a kept moment',
      description,
      security: needsToken,
      params: snapshotParams,
      body: boardFromSnapshotRequest,
      response: {
        201: createBoardResponse,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'snapshot_unknown',
          'body_too_large',
          'too_many_requests',
          'board_unreadable',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const snapshotId = request.params.snapshotId as SnapshotId;
      const options = { ...filesOf(context), tasks: historyThread.tasks, journal, snapshots };
      const copy = { ...request.body, snapshotId, at: clock.now() };
      const copyId = await orUnreadable(boardOfSnapshot(options, boardId, copy));
      if (copyId === null) throw new ApiError('snapshot_unknown');
      const linkIds = new Map((await links.listOpen(copyId)).map(({ id, role }) => [role, id]));
      const addresses = boardLinks(publicUrlOf(config, request), copyId, gatekeeper, linkIds);
      return reply.code(201).send({ boardId: copyId, links: linksSchema.parse(addresses) });
    },
  });
}
