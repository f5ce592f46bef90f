import { mayFacilitate, restoreRequest, restoreResponse, type SnapshotId } from '@common-ground/protocol';
import { ApiError } from '../errors/ApiError.ts';
import { errorResponses } from '../errors/errorResponses.ts';
import { UnreadableSnapshotError } from '../history/Histories.ts';
import { toSnapshot } from '../history/toSnapshot.ts';
import type { ServerContext } from '../ServerContext.ts';
import { StorageError } from '../storage/StorageError.ts';
import { boardIdOf, needsToken, type App } from './routeTypes.ts';
import { signIn, signInErrors } from './signIn.ts';
import { snapshotParams } from './snapshots.ts';

const description = `Facilitators only, on locked boards too. The canvas becomes what it was, as one more edit: what differs is changed, and what
others write at the same time or later merges with it. The board as it is now is kept first, and answered: restoring that
takes the restore back. The workshop goes on where it is. Sent again with the same command id, it changes nothing.`;

/** POST /api/boards/:boardId/snapshots/:snapshotId/restore */
export function restoreRoute(app: App, { gatekeeper, histories, live }: ServerContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/snapshots/:snapshotId/restore',
    schema: {
      tags: ['history'],
      summary: 'Make the canvas what it was',
      description,
      security: needsToken,
      params: snapshotParams,
      body: restoreRequest,
      response: {
        200: restoreResponse,
        ...errorResponses(
          ...signInErrors,
          'invalid_request',
          'role_insufficient',
          'snapshot_unknown',
          'body_too_large',
          'board_unreadable',
          'storage_trouble',
        ),
      },
    },
    handler: async (request) => {
      const boardId = boardIdOf(request.params);
      const { id: by } = await signIn(request, gatekeeper, boardId, mayFacilitate);
      if (!live.isStorageHealthy) throw new StorageError('The storage fails at present.');
      const room = await live.open(boardId);
      const id = request.params.snapshotId as SnapshotId;
      const before = await orUnreadable(
        histories.restore(room, { id, by, commandId: request.body.commandId }),
      );
      if (before === null) throw new ApiError('snapshot_unknown');
      return { before: toSnapshot(before) };
    },
  });
}

/** The work's result; a moment that cannot be read becomes the error to answer. */
export async function orUnreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnreadableSnapshotError) throw new ApiError('board_unreadable', undefined, error);
    throw error;
  }
}
