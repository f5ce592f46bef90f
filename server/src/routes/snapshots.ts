import {
  mayFacilitate,
  nameSnapshotRequest,
  snapshotContentResponse,
  snapshotSchema,
  snapshotsResponse,
  takeSnapshotRequest,
  type SnapshotId,
} from '@common-ground/protocol';
import { z } from 'zod';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import { toSnapshot } from '../history/toSnapshot.ts';
import type { ServerContext } from '../ServerContext.ts';
import { StorageError } from '../storage/StorageError.ts';
import { boardIdOf, boardParams, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';

/** Parameters of a route that concerns one snapshot. */
export const snapshotParams = boardParams.extend({
  snapshotId: z.string().max(64).meta({ description: 'As the list of snapshots names it.' }),
});

/** How many moments one address may open: each is a whole board. */
const openedPerMinute = 240;

/** GET /api/boards/:boardId/snapshots */
export function snapshotsRoute(app: App, { gatekeeper, snapshots }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/snapshots',
    schema: {
      tags: ['history'],
      summary: 'List the kept moments of a board',
      description: 'Newest first. Everybody on the board may see them.',
      security: needsToken,
      params: boardParams,
      response: { 200: snapshotsResponse, ...errorResponses(...signInErrors) },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId);
      return { snapshots: (await snapshots.list(boardId)).map(toSnapshot) };
    },
  });
}

/** POST /api/boards/:boardId/snapshots */
export function takeSnapshotRoute(
  app: App,
  { config, gatekeeper, histories, live, snapshots }: ServerContext,
): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/snapshots',
    schema: {
      tags: ['history'],
      summary: 'Keep a board as it is now',
      description:
        'Facilitators only. Kept for ever under its name. Sent again with the same command id, it changes nothing.',
      security: needsToken,
      params: boardParams,
      body: takeSnapshotRequest,
      response: {
        201: snapshotSchema,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'snapshot_limit',
          'body_too_large',
          'board_unreadable',
          'storage_trouble',
        ),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      const { id: by } = await signIn(request, gatekeeper, boardId, mayFacilitate);
      const { commandId, name } = request.body;
      const known = await snapshots.findByCommand(boardId, commandId);
      if (known !== null) return reply.code(201).send(toSnapshot(known));
      const named = (await snapshots.list(boardId)).filter((snapshot) => snapshot.name !== null);
      if (named.length >= config.limits.maxNamedSnapshots) throw new ApiError('snapshot_limit');
      if (!live.isStorageHealthy) throw new StorageError('The storage fails at present.');
      const room = await live.open(boardId);
      const record = await histories.take(room, { reason: 'named', by, name, commandId });
      return reply.code(201).send(toSnapshot(record));
    },
  });
}

/** GET /api/boards/:boardId/snapshots/:snapshotId */
export function openSnapshotRoute(app: App, { gatekeeper, historyThread, snapshots }: ServerContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/snapshots/:snapshotId',
    config: { rateLimit: { max: openedPerMinute, timeWindow: 60_000 } },
    schema: {
      tags: ['history'],
      summary: 'Open a kept moment of a board',
      description:
        'The canvas as tldraw records, and what the workshop had published by then. Nothing that was not revealed, counted or shown.',
      security: needsToken,
      params: snapshotParams,
      response: {
        200: snapshotContentResponse,
        ...errorResponses(...signInErrors, 'snapshot_unknown', 'too_many_requests', 'board_unreadable'),
      },
    },
    handler: async (request, reply) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId);
      const stored = await snapshots.find(boardId, request.params.snapshotId as SnapshotId);
      if (stored === null) throw new ApiError('snapshot_unknown');
      const body = await historyThread.tasks.open(stored.content, toSnapshot(stored.record));
      if (!body.ok) throw new ApiError('board_unreadable', undefined, new Error(body.error));
      // Already JSON: made where it holds nobody up.
      return reply
        .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
        .send(Buffer.from(body.value) as never);
    },
  });
}

/** PATCH /api/boards/:boardId/snapshots/:snapshotId */
export function nameSnapshotRoute(
  app: App,
  { config, gatekeeper, histories, snapshots }: ServerContext,
): void {
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId/snapshots/:snapshotId',
    schema: {
      tags: ['history'],
      summary: 'Name a kept moment',
      description: 'Facilitators only. An automatic one is kept for ever from then on.',
      security: needsToken,
      params: snapshotParams,
      body: nameSnapshotRequest,
      response: {
        200: snapshotSchema,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'snapshot_unknown',
          'snapshot_limit',
          'body_too_large',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      await signIn(request, gatekeeper, boardId, mayFacilitate);
      const id = request.params.snapshotId as SnapshotId;
      const named = (await snapshots.list(boardId)).filter((one) => one.name !== null && one.id !== id);
      if (named.length >= config.limits.maxNamedSnapshots) throw new ApiError('snapshot_limit');
      const record = await snapshots.name(boardId, id, request.body.name);
      if (record === null) throw new ApiError('snapshot_unknown');
      histories.announce(boardId);
      return toSnapshot(record);
    },
  });
}
